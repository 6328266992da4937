import { randomOf, type Random } from '../template-fuzz/random.ts';
import { mutations } from './mutations.ts';
import { seedBytes, seedFiles } from './seed-files.ts';

/** A file that nobody would write, and how it came about. */
export interface Mutant {
  /** `12: gsm8k.test.jsonl, cut off, NULs`. */
  readonly name: string;
  readonly extension: string;
  readonly bytes: Buffer;
}

const names = Object.keys(mutations);
const seeds = seedFiles();

/** The n-th mutant of a seed: the same on every machine that has the same files. */
export function mutantOf(seed: number, index: number): Mutant {
  const random = randomOf(seed, index);
  const from = random.pick(seeds);
  const done = random.several(0, 3, () => random.pick(names));
  const original = seedBytes(from, random);
  const bytes = done.reduce((made, name) => mutations[name]?.(made, random) ?? made, original);
  const extension = extensionOf(from.name, random);
  return { name: `${index}: ${[from.name, ...done].join(', ')}, as .${extension}`, extension, bytes };
}

/** Mostly its own; content decides what a file is, but for CSV and Parquet. */
function extensionOf(name: string, random: Random): string {
  const own = name.slice(name.lastIndexOf('.') + 1);
  return random.chance(0.85) ? own : random.pick(['jsonl', 'json', 'csv', 'parquet', 'ndjson', 'JSONL']);
}
