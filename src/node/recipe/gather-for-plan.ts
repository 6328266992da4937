import path from 'node:path';
import type { RecipeSettings } from '../../core/recipe/recipe.ts';
import { findModel, isSampleModel, type FoundModel } from './model-facts.ts';
import type { PlanRequest } from './plan-request.ts';
import { readData, type ReadData } from './read-data.ts';
import { resolveData, type ResolvedData } from './resolve-data.ts';

/** What a recipe names, as found on this computer. */
export interface GatheredForPlan {
  /** null where the recipe names none. */
  readonly model: FoundModel | null;
  readonly sample: boolean;
  readonly resolved: ResolvedData;
  readonly data: ReadData;
}

/** Reads model and data of a recipe. @param env environment with the recipe's own variables */
export async function gatherForPlan(
  settings: RecipeSettings,
  request: PlanRequest,
  env: NodeJS.ProcessEnv,
): Promise<GatheredForPlan> {
  const { cwd } = request;
  const name = settings.model_name_or_path;
  const model = name === null ? null : await findModel(name, settings.model_revision, cwd, env);
  const recipeFolder = path.dirname(path.resolve(cwd, request.recipePath));
  const sample = name !== null && model?.kind !== 'found' && (await isSampleModel(name, cwd, recipeFolder));
  const resolved = await resolveData(settings, cwd, env);
  const data = await readData(resolved, settings.test_split_size);
  return { model, sample, resolved, data };
}
