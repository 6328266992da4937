import { hubEndpoint } from '../../core/hub/hub-endpoint.ts';
import { findLeaving } from '../../core/recipe/find-leaving.ts';
import { plainCommand } from '../../core/recipe/plain-command.ts';
import type { Plan, PlanLine } from '../../core/recipe/plan.ts';
import { accelerateLines } from './lines/accelerate-lines.ts';
import { dataLines } from './lines/data-lines.ts';
import { modelLine, templateLines } from './lines/model-lines.ts';
import { leavingLines, outputLine, trustLines } from './lines/place-lines.ts';
import { precisionLines, pythonLines } from './lines/python-lines.ts';
import { recipeLines } from './lines/recipe-lines.ts';
import { trainingLines } from './lines/training-lines.ts';
import { gatherForPlan } from './gather-for-plan.ts';
import { launchFacts, planSubjects } from './launch-facts.ts';
import type { PlanRequest } from './plan-request.ts';
import type { PlannedRun } from './planned-run.ts';
import { readRecipe } from './read-recipe.ts';

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
  const facts = await gatherForPlan(settings, request, env);
  const { model, resolved, data } = facts;
  const bytes = model?.kind === 'found' ? model.facts.bytes : 0;
  // The endpoint is the user's own: one that the recipe names gets no token.
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
    ...(await leavingLines(leaves, pushes, request)),
    ...(await accelerateLines(settings, env)),
    ...trustLines(settings),
  ];
  const plan = planOf(request, lines, leaves);
  const about = planSubjects(settings, model);
  if (!plan.ok || request.python === null) return { plan, about, launch: null };
  return {
    plan,
    about,
    launch: await launchFacts(request, request.python.path, read, settings, facts, pushes),
  };
}

function planOf(request: PlanRequest, lines: readonly PlanLine[], leaves: Plan['leaves']): Plan {
  const ok = lines.every((line) => line.severity !== 'error');
  return { recipe: request.recipePath, command: plainCommand(request.recipePath), lines, leaves, ok };
}
