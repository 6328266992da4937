import { chooseRecipe } from '../recipe/choose-recipe.ts';
import type { WorkspaceRecipes } from '../recipe/workspace-recipes.ts';
import type { CommandRegistry } from '../kit/commands.ts';
import { chooseRun, directoryOf } from './choose-run.ts';
import type { RunPanels } from './run-panels.ts';
import type { HubAccount } from '../hub/hub-account.ts';
import { fetchRunResult } from './fetch-run-result.ts';
import type { RunStores, WorkspaceRun } from './run-stores.ts';
import type { TrainingWay } from './training-way.ts';

/** *Train Here*, *Train on HF Jobs*, *Show Run*, *Stop Run* and *Fetch Result*. */
export function registerRunCommands(
  commands: CommandRegistry,
  panels: RunPanels,
  stores: RunStores,
  recipes: WorkspaceRecipes,
  account: HubAccount,
): void {
  const plan = async (argument: unknown, kind: TrainingWay['kind']): Promise<void> => {
    const recipe = await chooseRecipe(argument, recipes);
    if (recipe === undefined) return;
    panels.openPlan(recipe, kind);
  };
  commands.register('trainHere', (argument) => plan(argument, 'local'));
  commands.register('trainOnJobs', (argument) => plan(argument, 'jobs'));
  commands.register('showRun', async (argument) => {
    const run = await chooseRun(argument, stores, () => true);
    if (run !== undefined) panels.openRun(directoryOf(run));
  });
  commands.register('stopRun', async (argument) => {
    const run = await chooseRun(argument, stores, (each) => each.status.summary.state === 'running');
    if (run === undefined) return;
    const { endRun } = await import('../../node/run/end-run.ts');
    await endRun(directoryOf(run), () => account.connect());
  });
  commands.register('fetchResult', async (argument) => {
    const run = await chooseRun(argument, stores, isFetchable);
    if (run !== undefined) await fetchRunResult(directoryOf(run), account);
  });
}

/** A job has left something on the Hub, or may have. */
function isFetchable({ status }: WorkspaceRun): boolean {
  return status.record.launcher === 'jobs' && status.summary.state !== 'lost';
}
