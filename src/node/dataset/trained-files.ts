import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { trainedBeside } from '../../core/dataset/overlap/split-name.ts';
import { parseRecipe } from '../../core/recipe/parse-recipe.ts';
import { readTextFile } from '../recipe/read-file.ts';
import { resolveData, type DataPart } from '../recipe/resolve-data.ts';
import { DATASET_EXTENSIONS } from './dataset-files.ts';
import { recipesAbove } from './recipe-folders.ts';

/**
 * The files that are trained on where a file is evaluated on: by the recipes in its folder and the folders above, else by the names in
 * its folder.
 * @param file absolute
 * @param root folder up to which recipes are looked for, and to which their paths belong
 */
export async function trainedFiles(file: string, root: string): Promise<string[]> {
  const folder = path.dirname(file);
  const byRecipe = new Set<string>();
  for (const recipePath of await recipesAbove(folder, root))
    for (const each of await trainedIn(recipePath, file, root)) byRecipe.add(each);
  if (byRecipe.size > 0) return [...byRecipe];
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries
    .filter((entry) => entry.isFile() && isDatasetName(entry.name))
    .map(({ name }) => name);
  return trainedBeside(path.basename(file), names).map((name) => path.join(folder, name));
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

function isDatasetName(name: string): boolean {
  const extension = path.extname(name).toLowerCase();
  return extension === '.json' || DATASET_EXTENSIONS.has(extension);
}
