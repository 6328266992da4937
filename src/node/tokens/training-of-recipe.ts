import { access } from 'node:fs/promises';
import path from 'node:path';
import type { Recipe } from '../../core/recipe/recipe.ts';
import { HumanError } from '../../core/text/human-error.ts';
import type { Message } from '../../core/text/message.ts';
import type { TrainingChoice } from '../../core/tokens/training-choice.ts';
import { modelFolder } from '../recipe/model-folder.ts';
import { readRecipe } from '../recipe/read-recipe.ts';
import { templateOfRecipe } from '../recipe/recipe-template.ts';
import { resolveData, type DataPart } from '../recipe/resolve-data.ts';
import { readChatTemplates } from '../template/read-chat-templates.ts';
import { readSpecialTokens } from '../template/read-special-tokens.ts';

export interface RecipeWish {
  /** As it is named; relative to `cwd` if it is no absolute path. */
  readonly recipe: string;
  /** The dataset, absolute. */
  readonly file: string;
  /** Folder that the recipe's relative paths belong to. */
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Local wall time that templates see. */
  readonly now: string;
}

export type RecipeTraining =
  | { readonly ok: true; readonly choice: TrainingChoice }
  /** Why tokens are not counted with it, and what to do. */
  | { readonly ok: false; readonly reason: Message };

/**
 * With what a recipe would have a dataset's tokens counted. A file that the recipe does not name stands in for its training data.
 * @throws {HumanError} if there is no such recipe
 */
export async function trainingOfRecipe(wish: RecipeWish): Promise<RecipeTraining> {
  const { recipe } = await readRecipe(wish.recipe, wish.cwd);
  if (recipe === null) return refused('recipe-unreadable', wish);
  try {
    return await trainingOf(recipe, wish);
  } catch (error) {
    if (!(error instanceof HumanError)) throw error;
    return { ok: false, reason: error.detail };
  }
}

async function trainingOf({ settings }: Recipe, wish: RecipeWish): Promise<RecipeTraining> {
  const { cwd, env, now } = wish;
  const { model_name_or_path: name, model_revision, chat_template_path: named } = settings;
  if (name === null) return refused('no-model', wish);
  const model = await modelFolder(name, model_revision, cwd, env);
  if (model === null) return refused('model-elsewhere', wish, name);
  if (!(await isThere(path.join(model, 'tokenizer.json')))) return refused('no-tokenizer', wish, name);
  if (named !== null && !/\.(jinja|j2)$/.test(named)) return refused('template-of-model', wish);
  const { part, use } = partOf(await resolveData(settings, cwd, env), wish.file);
  if (part !== null && (part.sliced || part.fraction !== null)) return refused('fraction', wish);
  const specialTokens = { ...(await readSpecialTokens(model)) };
  if (settings.eos_token !== null) specialTokens['eos_token'] = settings.eos_token;
  const template = await templateOfRecipe(settings, cwd, env);
  const templates = template === null ? {} : await templatesOf(template.template, named === null);
  return {
    ok: true,
    choice: {
      recipe: wish.recipe,
      use,
      template: Object.keys(templates).length === 0 ? null : (named ?? name),
      tokenizer: model,
      settings: {
        templates,
        specialTokens,
        now,
        answersOnly: settings.assistant_only_loss,
        completionOnly: settings.completion_only_loss,
        maxLength: settings.max_length,
        keepsEnd: settings.truncation_mode === 'keep_end',
        packing: settings.packing,
        textField: settings.dataset_text_field,
        columns: part?.columns === undefined || part.columns === null ? null : [...part.columns],
      },
    },
  };
}

/** A model that has no template is fit for text all the same. */
async function templatesOf(place: string, isModel: boolean): Promise<Record<string, string>> {
  try {
    const templates = await readChatTemplates(place);
    return Object.fromEntries(templates.map(({ name, text }) => [name, text]));
  } catch (error) {
    if (isModel && error instanceof HumanError && error.detail.id === 'template.missing') return {};
    throw error;
  }
}

interface PartOfFile {
  readonly part: DataPart | null;
  readonly use: TrainingChoice['use'];
}

function partOf(
  { train, test }: { readonly train: readonly DataPart[]; readonly test: readonly DataPart[] | null },
  file: string,
): PartOfFile {
  const holding = (parts: readonly DataPart[]) => parts.find(({ files }) => files.includes(file));
  const trained = holding(train);
  if (trained !== undefined) return { part: trained, use: 'train' };
  const tested = holding(test ?? []);
  if (tested !== undefined) return { part: tested, use: 'test' };
  return { part: train[0] ?? null, use: 'train' };
}

function refused(id: string, { recipe }: RecipeWish, model = ''): RecipeTraining {
  return { ok: false, reason: { id: `tokens.${id}`, args: { recipe, model } } };
}

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
