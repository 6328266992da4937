import path from 'node:path';
import type { RecipeSettings } from '../../core/recipe/recipe.ts';
import { findRecipesFor } from './find-recipes-for.ts';
import { modelFolder } from './model-folder.ts';
import { readRecipe } from './read-recipe.ts';

/** What a recipe renders its data with; places are absolute paths. */
export interface RecipeTemplate {
  /** A template file, or a model folder that has one. */
  readonly template: string;
  /** Folder of the model; null if it is not on this computer. */
  readonly model: string | null;
  /** The loss is taken on answers alone. */
  readonly answersOnly: boolean;
  /** Of a prompt with its completion the loss is taken on the completion alone. */
  readonly completionOnly: boolean;
}

/**
 * The template of the first recipe that uses a dataset; null if none does or its template is not on this computer.
 * @param recipes paths, in the order of preference; @param cwd folder that their relative paths belong to
 */
export async function recipeTemplateFor(
  dataset: string,
  recipes: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<RecipeTemplate | null> {
  const [use] = await findRecipesFor(dataset, recipes, cwd, env);
  if (use === undefined) return null;
  const { recipe } = await readRecipe(use.recipePath, cwd);
  return recipe === null ? null : templateOfRecipe(recipe.settings, cwd, env);
}

/** The template that a recipe renders with; null if it is not on this computer. @param cwd folder that relative paths belong to */
export async function templateOfRecipe(
  settings: RecipeSettings,
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<RecipeTemplate | null> {
  const { chat_template_path, model_name_or_path, model_revision } = settings;
  const place = (name: string, revision: string): Promise<string | null> =>
    modelFolder(name, revision, cwd, env);
  const model = model_name_or_path === null ? null : await place(model_name_or_path, model_revision);
  const template = await templatePlace(chat_template_path, model, cwd, (name) => place(name, 'main'));
  if (template === null) return null;
  const { assistant_only_loss, completion_only_loss } = settings;
  return {
    template,
    model,
    answersOnly: assistant_only_loss,
    completionOnly: completion_only_loss !== false,
  };
}

/** A path that ends in .jinja or .j2 is a file, any other names a model (trl 1.16 sft_trainer.py:748); without one it is the model's own. */
async function templatePlace(
  named: string | null,
  model: string | null,
  cwd: string,
  place: (name: string) => Promise<string | null>,
): Promise<string | null> {
  if (named === null) return model;
  return /\.(jinja|j2)$/.test(named) ? path.resolve(cwd, named) : place(named);
}
