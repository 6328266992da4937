import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { trainedBeside } from '../../core/dataset/overlap/split-name.ts';
import { parseRecipe } from '../../core/recipe/parse-recipe.ts';
import { readTextFile } from '../recipe/read-file.ts';
import { resolveData, type DataPart } from '../recipe/resolve-data.ts';
import { DATASET_EXTENSIONS } from './dataset-files.ts';

/**
 * The files that are trained on where a file is evaluated on: by the recipes in its folder and the folders above, else by the names in
 * its folder.
 * @param file absolute
 * @param root folder up to which recipes are looked for, and to which their paths belong
 */
export async function trainedFiles(file: string, root: string): Promise<string[]> {
  const byRecipe = await trainedByRecipe(file, root);
  if (byRecipe.length > 0) return byRecipe;
  const folder = path.dirname(file);
  const names = (await namesIn(folder)).filter(isDatasetName);
  return trainedBeside(path.basename(file), names).map((name) => path.join(folder, name));
}

async function trainedByRecipe(file: string, root: string): Promise<string[]> {
  const found = new Set<string>();
  for (const folder of foldersUp(path.dirname(file), root)) {
    const recipes = (await namesIn(folder)).filter((name) => /\.sft\.ya?ml$/i.test(name));
    for (const recipe of recipes) {
      for (const each of await trainedIn(path.join(folder, recipe), file, root)) found.add(each);
    }
  }
  return [...found];
}

async function trainedIn(recipePath: string, file: string, root: string): Promise<string[]> {
  const text = await readTextFile(recipePath);
  const recipe = text === null ? null : parseRecipe(text).recipe;
  if (recipe === null) return [];
  const { train, test } = await resolveData(recipe.settings, root, process.env);
  return filesOf(test ?? []).includes(file) ? filesOf(train).filter((each) => each !== file) : [];
}

function filesOf(parts: readonly DataPart[]): string[] {
  return parts.flatMap(({ files }) => [...files]);
}

/** A folder and those above it up to the root; the folder alone where it lies elsewhere. */
function foldersUp(folder: string, root: string): string[] {
  const relative = path.relative(root, folder);
  if (relative.startsWith('..') || path.isAbsolute(relative)) return [folder];
  const steps = relative === '' ? [] : relative.split(path.sep);
  return [root, ...steps.map((_, n) => path.join(root, ...steps.slice(0, n + 1)))].toReversed();
}

async function namesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

function isDatasetName(name: string): boolean {
  const extension = path.extname(name).toLowerCase();
  return extension === '.json' || DATASET_EXTENSIONS.has(extension);
}
