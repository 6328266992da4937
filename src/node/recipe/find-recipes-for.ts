import path from 'node:path';
import { parseRecipe } from '../../core/recipe/parse-recipe.ts';
import { resolveData, type DataPart } from './resolve-data.ts';
import { readTextFile } from './read-file.ts';

/** A recipe that uses a dataset file, and what for. */
export interface RecipeUse {
  readonly recipePath: string;
  readonly use: 'train' | 'test';
}

/**
 * Which recipes train or evaluate on a file, in the order given. Recipes that cannot be read are passed over.
 * @param cwd folder that the recipes' relative paths belong to
 */
export async function findRecipesFor(
  datasetPath: string,
  recipePaths: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<RecipeUse[]> {
  const wanted = path.resolve(cwd, datasetPath);
  const uses = await Promise.all(recipePaths.map((recipePath) => useOf(wanted, recipePath, cwd, env)));
  return uses.filter((use) => use !== null);
}

async function useOf(
  wanted: string,
  recipePath: string,
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<RecipeUse | null> {
  const text = await readTextFile(path.resolve(cwd, recipePath));
  const recipe = text === null ? null : parseRecipe(text).recipe;
  if (recipe === null) return null;
  const data = await resolveData(recipe.settings, cwd, env);
  if (holds(data.train, wanted)) return { recipePath, use: 'train' };
  return holds(data.test ?? [], wanted) ? { recipePath, use: 'test' } : null;
}

function holds(parts: readonly DataPart[], file: string): boolean {
  return parts.some((part) => part.files.includes(file));
}
