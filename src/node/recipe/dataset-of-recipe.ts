import { fileKind } from '../../core/dataset/file-kind.ts';
import path from 'node:path';
import { splitFiles } from '../../core/recipe/split-files.ts';
import type { DatasetOfRecipe } from '../../core/recipe/use-dataset.ts';
import { isWithin } from '../files/is-within.ts';
import { listFiles } from './find-files.ts';
import { hasCard } from './resolve-data.ts';

/** How a recipe names a file as its data, and whether anything is held out then. */
export interface NamedDataset {
  readonly data: DatasetOfRecipe;
  readonly heldOut: boolean;
}

/**
 * Names a file by its folder where `datasets` finds this file alone to train on there, and others held out; else by itself.
 * @param cwd folder that the recipe's relative paths belong to
 */
export async function datasetOfRecipe(file: string, cwd: string): Promise<NamedDataset> {
  const folder = path.dirname(file);
  const splits = splitFiles((await hasCard(folder)) ? [] : await listFiles(folder));
  const train = splits.get('train') ?? [];
  if (splits.has('test') && train.length === 1 && train[0] === path.basename(file))
    return { data: { kind: 'folder', name: named(folder, cwd) }, heldOut: true };
  return { data: { kind: 'file', loader: loaderOf(file), file: named(file, cwd) }, heldOut: false };
}

/** Relative with `/` below the folder; absolute elsewhere. */
function named(file: string, cwd: string): string {
  const relative = path.relative(cwd, file);
  if (relative === '') return '.';
  return (isWithin(file, cwd) ? relative : file).split(path.sep).join('/');
}

function loaderOf(file: string): 'json' | 'csv' | 'parquet' {
  const kind = fileKind(file);
  return kind === 'csv' || kind === 'parquet' ? kind : 'json';
}
