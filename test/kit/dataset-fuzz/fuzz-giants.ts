import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { CheckingProcess } from './checking-process.ts';
import type { FuzzProblem } from './fuzz-run.ts';
import { writeGiant, type Giant } from './giants.ts';

export interface GiantOptions {
  readonly some: readonly Giant[];
  /** How large they are. */
  readonly bytes: number;
  readonly folder: string;
}

export interface GiantTotals {
  readonly peakBytes: number;
  readonly problems: readonly FuzzProblem[];
}

const WATCHDOG_MS = 300_000;
const HEAP_MB = 1500;
/** A row is read as one: its bytes, its text and its values are there at once. */
const MOST_BYTES = 2_000_000_000;

/** Holds the linter to its claims on files that are one long thing; each has a process of its own, so that its memory is known. */
export async function fuzzGiants(options: GiantOptions): Promise<GiantTotals> {
  mkdirSync(options.folder, { recursive: true });
  const problems: FuzzProblem[] = [];
  let peakBytes = 0;
  for (const giant of options.some) {
    const checked = await checkGiant(giant, options);
    peakBytes = Math.max(peakBytes, checked.peakBytes);
    problems.push(...checked.problems);
  }
  return { peakBytes, problems };
}

async function checkGiant(giant: Giant, { bytes, folder }: GiantOptions): Promise<GiantTotals> {
  const file = path.join(folder, `giant.${giant.extension}`);
  const process = new CheckingProcess(HEAP_MB);
  try {
    writeGiant(file, giant, bytes);
    const ask = { file, seed: 0, threads: [], worker: '', claims: 'result' } as const;
    const { problems, peakBytes } = await process.check(ask, WATCHDOG_MS);
    const grown = peakBytes > MOST_BYTES ? [`has grown to ${Math.round(peakBytes / 1e6)} MB`] : [];
    const found = [...problems, ...grown];
    return { peakBytes, problems: found.length === 0 ? [] : [{ mutant: giant.name, file, problems: found }] };
  } finally {
    process.close();
    rmSync(file, { force: true });
  }
}
