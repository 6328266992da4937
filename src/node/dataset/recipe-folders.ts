import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { parseRecipe } from '../../core/recipe/parse-recipe.ts';
import { isWithin } from '../files/is-within.ts';
import { readTextFile } from '../recipe/read-file.ts';
import { isPackaged, resolveData } from '../recipe/resolve-data.ts';

/** The recipes in a folder and the folders above up to a root, nearest first. @param folder absolute */
export async function recipesAbove(folder: string, root: string): Promise<string[]> {
  const found: string[] = [];
  for (const each of foldersUp(folder, root)) {
    const entries = await readdir(each, { withFileTypes: true }).catch(() => []);
    const recipes = entries.filter((entry) => entry.isFile() && /\.sft\.ya?ml$/i.test(entry.name));
    found.push(...recipes.map(({ name }) => path.join(each, name)));
  }
  return found;
}

/** The folders that such recipes load as a whole and that hold this folder, nearest first. */
export async function recipeFolders(folder: string, root: string): Promise<string[]> {
  const found = new Set<string>();
  for (const recipePath of await recipesAbove(folder, root)) {
    for (const named of await foldersIn(recipePath, root)) if (isWithin(folder, named)) found.add(named);
  }
  return [...found].toSorted((a, b) => b.length - a.length);
}

async function foldersIn(recipePath: string, root: string): Promise<string[]> {
  const text = await readTextFile(recipePath);
  const settings = text === null ? null : (parseRecipe(text).recipe?.settings ?? null);
  if (settings === null) return [];
  if (settings.datasets.length === 0)
    return settings.dataset_name === null ? [] : [path.resolve(root, settings.dataset_name)];
  return settings.datasets
    .filter((item) => item.dataFiles === null && !isPackaged(item.path))
    .map((item) => path.resolve(root, item.path, item.dataDir ?? ''));
}

/** The lists of files that such recipes name, each in the order in which it is read. */
export async function recipeLists(folder: string, root: string): Promise<readonly (readonly string[])[]> {
  const found: (readonly string[])[] = [];
  for (const recipePath of await recipesAbove(folder, root)) {
    const text = await readTextFile(recipePath);
    const settings = text === null ? null : (parseRecipe(text).recipe?.settings ?? null);
    if (settings?.datasets.some(({ dataFiles }) => dataFiles !== null) !== true) continue;
    const { train } = await resolveData(settings, root, process.env);
    found.push(...train.map(({ files }) => files).filter((files) => files.length > 1));
  }
  return found;
}

/** A folder and those above it up to the root; the folder alone where it lies elsewhere. */
function foldersUp(folder: string, root: string): string[] {
  if (!isWithin(folder, root)) return [folder];
  const relative = path.relative(root, folder);
  const steps = relative === '' ? [] : relative.split(path.sep);
  return [root, ...steps.map((_, n) => path.join(root, ...steps.slice(0, n + 1)))].toReversed();
}
