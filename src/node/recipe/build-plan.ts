import path from 'node:path';
import { hubEndpoint } from '../../core/hub/hub-endpoint.ts';
import { findLeaving } from '../../core/recipe/find-leaving.ts';
import { needsTrust } from '../../core/recipe/needs-trust.ts';
import { plainCommand } from '../../core/recipe/plain-command.ts';
import type { Plan, PlanLine } from '../../core/recipe/plan.ts';
import type { RecipeSettings } from '../../core/recipe/recipe.ts';
import { accelerateLines } from './lines/accelerate-lines.ts';
import { dataLines } from './lines/data-lines.ts';
import { modelLine, templateLines } from './lines/model-lines.ts';
import { leavingLines, outputLine, trustLines } from './lines/place-lines.ts';
import { precisionLines, pythonLines } from './lines/python-lines.ts';
import { recipeLines } from './lines/recipe-lines.ts';
import { trainingLines } from './lines/training-lines.ts';
import { findModel, isSampleModel, type FoundModel } from './model-facts.ts';
import type { PlanRequest } from './plan-request.ts';
import type { LaunchFacts, PlannedRun } from './planned-run.ts';
import { readData, type ReadData } from './read-data.ts';
import { sha256Of } from './read-file.ts';
import { readRecipe, type ReadRecipe } from './read-recipe.ts';
import { resolveData } from './resolve-data.ts';

/**
 * What a recipe would do here: reads the recipe, its data and its model, and starts nothing.
 * @throws {HumanError} if the recipe's own path cannot be read; everything wrong inside it is a line of the plan
 */
export async function buildPlan(request: PlanRequest): Promise<PlannedRun> {
  const read = await readRecipe(request.recipePath, request.cwd);
  const found = recipeLines(read.findings);
  if (read.recipe === null) return { plan: planOf(request, found, []), about: [], launch: null };
  const { settings } = read.recipe;
  const env = { ...request.env, ...settings.env };
  const facts = await gather(settings, request, env);
  const { model, resolved, data } = facts;
  const bytes = model?.kind === 'found' ? model.facts.bytes : 0;
  // The endpoint is the user's own: one that the recipe names gets no token (DESIGN §9).
  const leaves = findLeaving(settings, hubEndpoint(request.env), bytes);
  const pushes = settings.push_to_hub || settings.trackio_space_id !== null;
  const lines = [
    ...found,
    ...pythonLines(request.python, request.pythonFault ?? null, settings),
    ...(await precisionLines(settings, request.python, env)),
    ...(model === null ? [] : [modelLine(model, facts.sample)]),
    ...(await templateLines(settings, request.cwd, env)),
    ...dataLines(resolved, data, settings, request.cwd),
    ...trainingLines(settings, data.train),
    await outputLine(settings, request.cwd),
    ...(await leavingLines(leaves, pushes, request.env)),
    ...(await accelerateLines(settings, env)),
    ...trustLines(settings),
  ];
  const plan = planOf(request, lines, leaves);
  const about = aboutOf(settings, model);
  if (!plan.ok || request.python === null) return { plan, about, launch: null };
  return {
    plan,
    about,
    launch: await launchFacts(request, request.python.path, read, settings, facts, pushes),
  };
}

function aboutOf(settings: RecipeSettings, model: FoundModel | null): string[] {
  const name = model?.kind === 'found' ? model.facts.name : settings.model_name_or_path;
  const method = settings.use_peft ? `LoRA r ${settings.lora_r}` : null;
  const data = [settings.dataset_name, ...settings.datasets.map(({ path }) => path)];
  return [name, method, ...data].filter((each) => each !== null);
}

function planOf(request: PlanRequest, lines: readonly PlanLine[], leaves: Plan['leaves']): Plan {
  const ok = lines.every((line) => line.severity !== 'error');
  return { recipe: request.recipePath, command: plainCommand(request.recipePath), lines, leaves, ok };
}

interface Gathered {
  /** null where the recipe names none. */
  readonly model: FoundModel | null;
  readonly sample: boolean;
  readonly resolved: Awaited<ReturnType<typeof resolveData>>;
  readonly data: ReadData;
}

async function gather(
  settings: RecipeSettings,
  request: PlanRequest,
  env: NodeJS.ProcessEnv,
): Promise<Gathered> {
  const { cwd } = request;
  const name = settings.model_name_or_path;
  const model = name === null ? null : await findModel(name, settings.model_revision, cwd, env);
  const recipeFolder = path.dirname(path.resolve(cwd, request.recipePath));
  const sample = name !== null && model?.kind !== 'found' && (await isSampleModel(name, cwd, recipeFolder));
  const resolved = await resolveData(settings, cwd, env);
  const data = await readData(resolved, settings.test_split_size);
  return { model, sample, resolved, data };
}

async function launchFacts(
  request: PlanRequest,
  python: string,
  read: ReadRecipe,
  settings: RecipeSettings,
  { model, data }: Gathered,
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
    tokenizerSha256: facts?.tokenizerSha256 ?? null,
    versions: request.python?.packages ?? {},
    confirm: needsTrust(settings),
  };
}
