import type { HeldOutPair } from '../../core/dataset/overlap/held-out-pairs.ts';
import { parseRecipe } from '../../core/recipe/parse-recipe.ts';
import { readTextFile } from './read-file.ts';
import { resolveData } from './resolve-data.ts';

/** A recipe's file, and the folder that its relative paths belong to. */
export interface PlacedRecipe {
  readonly path: string;
  readonly cwd: string;
}

/** Files of which a recipe trains on one and evaluates on the other, as absolute paths. Recipes that cannot be read are passed over. */
export async function pairsOfRecipes(
  recipes: readonly PlacedRecipe[],
  env: NodeJS.ProcessEnv,
): Promise<HeldOutPair[]> {
  const pairs = await Promise.all(recipes.map((recipe) => pairsOf(recipe, env)));
  return pairs.flat();
}

async function pairsOf({ path, cwd }: PlacedRecipe, env: NodeJS.ProcessEnv): Promise<HeldOutPair[]> {
  const text = await readTextFile(path);
  const recipe = text === null ? null : parseRecipe(text).recipe;
  if (recipe === null) return [];
  const { train, test } = await resolveData(recipe.settings, cwd, env);
  const heldOut = (test ?? []).flatMap(({ files }) => files);
  return train.flatMap(({ files }) =>
    files.flatMap((file) => heldOut.map((other) => ({ train: file, heldOut: other }))),
  );
}
