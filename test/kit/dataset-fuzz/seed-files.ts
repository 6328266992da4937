import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ruleFixtures } from '../../core/dataset/fixture-files.ts';
import type { Random } from '../template-fuzz/random.ts';

const fixtures = path.resolve(import.meta.dirname, '../../fixtures');
const shared = process.env['TF_SHARED'] ?? path.resolve(import.meta.dirname, '../../../../shared');
const corporaFolder = path.join(shared, 'corpora/datasets');

/** Of a real file no more than this is taken at once: whole lines, from a place of chance. */
const MOST_BYTES = 20_000;

/** A dataset file to make others of. */
export interface SeedFile {
  readonly name: string;
  readonly file: string;
}

/** Datasets of this repository, and the real ones where they are. */
export function seedFiles(): SeedFile[] {
  const own = ruleFixtures().map(({ name, file }) => ({ name, file }));
  return [...own, ...filesOf(path.join(fixtures, 'parquet')), ...corpora()];
}

/** The real datasets, where they are. */
export function corpora(): SeedFile[] {
  return filesOf(corporaFolder);
}

/** Why the real datasets are left out; null if they are there. */
export function corporaMissing(): string | null {
  return existsSync(corporaFolder) ? null : `there is no ${corporaFolder}`;
}

function filesOf(folder: string): SeedFile[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).toSorted();
  return names.map((name) => ({ name, file: path.join(folder, name) }));
}

const kept = new Map<string, Buffer>();

/** The bytes to begin with: of a large file that has lines a stretch of them, with its header if it is CSV. */
export function seedBytes({ file }: SeedFile, random: Random): Buffer {
  const bytes = kept.get(file) ?? readFileSync(file);
  kept.set(file, bytes);
  if (bytes.length <= MOST_BYTES || file.endsWith('.parquet')) return bytes;
  const header = file.endsWith('.csv') ? bytes.subarray(0, bytes.indexOf('\n') + 1) : Buffer.alloc(0);
  const from = bytes.indexOf('\n', random.below(bytes.length - MOST_BYTES)) + 1;
  const to = bytes.lastIndexOf('\n', from + MOST_BYTES) + 1;
  const stretch = to > from ? bytes.subarray(from, to) : bytes.subarray(0, MOST_BYTES);
  return Buffer.concat([header, stretch]);
}
