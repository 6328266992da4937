import fs from 'node:fs/promises';
import path from 'node:path';
import { parseComparison } from '../../core/compare/parse-comparison.ts';
import type { Comparison } from '../../core/compare/comparison.ts';
import { HumanError } from '../../core/text/human-error.ts';

/** The files of a comparison's folder. */
export const comparisonFiles = {
  comparison: 'comparison.json',
  request: 'request.json',
  output: 'output.log',
} as const;

/** Folder of the comparisons of a run directory. */
export function comparisonsFolder(runDirectory: string): string {
  return path.join(runDirectory, 'comparisons');
}

/**
 * The comparison in a folder.
 * @throws {HumanError} if there is none, or none that this version can read
 */
export async function readComparison(folder: string): Promise<Comparison> {
  const file = path.join(folder, comparisonFiles.comparison);
  let text: string;
  try {
    text = await fs.readFile(file, 'utf8');
  } catch (error) {
    throw new HumanError('compare.file.missing', { path: file }, { cause: error });
  }
  return parseComparison(text, file);
}

/** Folder of a run's newest comparison; null if it has none. */
export async function newestComparison(runDirectory: string): Promise<string | null> {
  const parent = comparisonsFolder(runDirectory);
  const names = await fs.readdir(parent).catch(() => []);
  for (const name of names.toSorted((a, b) => b.localeCompare(a))) {
    const folder = path.join(parent, name);
    if (await isThere(path.join(folder, comparisonFiles.comparison))) return folder;
  }
  return null;
}

/** Whether something stands at a path. */
export async function isThere(file: string): Promise<boolean> {
  return fs.access(file).then(
    () => true,
    () => false,
  );
}
