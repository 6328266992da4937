import path from 'node:path';
import { needsTrust } from '../../core/recipe/needs-trust.ts';
import type { RecipeSettings } from '../../core/recipe/recipe.ts';
import { HumanError } from '../../core/text/human-error.ts';
import { chooseTemplate, readChatTemplates } from '../template/read-chat-templates.ts';
import type { GatheredForPlan } from './gather-for-plan.ts';
import type { FoundModel } from './model-facts.ts';
import type { PlanRequest } from './plan-request.ts';
import type { LaunchFacts } from './planned-run.ts';
import { sha256Of } from './read-file.ts';
import type { ReadRecipe } from './read-recipe.ts';

/** Model, method and data of a recipe in a few words each. */
export function planSubjects(settings: RecipeSettings, model: FoundModel | null): string[] {
  const name = model?.kind === 'found' ? model.facts.name : settings.model_name_or_path;
  const method = settings.use_peft ? `LoRA r ${settings.lora_r}` : null;
  const data = [settings.dataset_name, ...settings.datasets.map(({ path }) => path)];
  return [name, method, ...data].filter((each) => each !== null);
}

/** What is kept of a template is for later comparison: one that cannot be read is TRL's to refuse. */
async function templateText(place: string | null): Promise<string | null> {
  if (place === null) return null;
  try {
    return chooseTemplate(await readChatTemplates(place), { tools: false }).text;
  } catch (error) {
    if (error instanceof HumanError) return null;
    throw error;
  }
}

/** What a launcher needs besides the plan. @param pushes the run uploads, so it gets the token */
export async function launchFacts(
  request: PlanRequest,
  python: string,
  read: ReadRecipe,
  settings: RecipeSettings,
  { model, data }: GatheredForPlan,
  pushes: boolean,
): Promise<LaunchFacts> {
  const facts = model?.kind === 'found' ? model.facts : null;
  const template = settings.chat_template_path;
  const named = template === null ? null : await sha256Of(path.resolve(request.cwd, template));
  const files = [...data.train.files, ...(data.test?.files ?? [])];
  return {
    name: read.name,
    recipePath: request.recipePath,
    recipeText: read.text,
    python,
    cwd: request.cwd,
    outputDir: settings.output_dir,
    needsToken: pushes,
    offline: !pushes,
    data: files.map(({ path, sha256, rows }) => ({ path, sha256, rows: rows ?? 0 })),
    templateSha256: template === null ? (facts?.templateSha256 ?? null) : named,
    templateText: await templateText(
      template === null ? (facts?.folder ?? null) : path.resolve(request.cwd, template),
    ),
    tokenizerSha256: facts?.tokenizerSha256 ?? null,
    versions: request.python?.packages ?? {},
    confirm: needsTrust(settings),
  };
}
