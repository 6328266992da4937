import { HumanError } from '../core/text/human-error.ts';
import { connectHub } from '../node/hub/connect-hub.ts';
import type { HubConnection } from '../node/hub/hub-connection.ts';
import { buildJobsPlan } from '../node/recipe/build-jobs-plan.ts';
import { buildPlan } from '../node/recipe/build-plan.ts';
import type { PlanRequest } from '../node/recipe/plan-request.ts';
import type { PlannedJob } from '../node/recipe/planned-job.ts';
import { asUsage } from './as-usage.ts';
import type { CommandContext } from './command.ts';
import { commandInterpreter } from './named-interpreter.ts';
import type { Where } from './where.ts';

/** A plan for this computer or for HF Jobs; `connection` is the Hub that was asked. */
export interface CommandPlan extends PlannedJob {
  readonly connection: HubConnection | null;
}

/**
 * Plans a recipe of the command line.
 * @param runId id of the run to be; null where nothing will be started
 * @throws {UsageError} if there is no such recipe: it stands on the command line, so exit 2
 */
export async function planRecipe(
  recipePath: string,
  where: Where,
  runId: string | null,
  context: CommandContext,
): Promise<CommandPlan> {
  const request = await requestOf(recipePath, context);
  if (where.on === 'local') {
    return { ...(await asUsage(buildPlan(request))), job: null, connection: null };
  }
  const connection = await asUsage(connectHub(context.env));
  const { choice } = where;
  const pythonFolder = context.places.python;
  const planning = buildJobsPlan({ ...request, connection, choice, runId, pythonFolder });
  return { ...(await asUsage(planning)), connection };
}

/** No interpreter is no reason to say nothing: the plan has a line about it. */
async function requestOf(recipePath: string, context: CommandContext): Promise<PlanRequest> {
  const { cwd, env } = context;
  try {
    const python = await commandInterpreter(context);
    return { recipePath, cwd, env, python, pythonFault: null };
  } catch (error) {
    if (!(error instanceof HumanError)) throw error;
    return { recipePath, cwd, env, python: null, pythonFault: error.detail };
  }
}
