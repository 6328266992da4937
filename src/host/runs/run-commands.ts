import * as vscode from 'vscode';
import { HumanError } from '../../core/text/human-error.ts';
import { stopRun } from '../../node/run/stop-run.ts';
import { isRecipe, type WorkspaceRecipes } from '../recipe/workspace-recipes.ts';
import { resourceOf, type CommandRegistry } from '../kit/commands.ts';
import { requireFolder } from '../kit/workspace-folder.ts';
import { chooseRun, directoryOf } from './choose-run.ts';
import type { RunPanels } from './run-panels.ts';
import type { RunStores } from './run-stores.ts';

/** *Train Here*, *Show Run* and *Stop Run*. */
export function registerRunCommands(
  commands: CommandRegistry,
  panels: RunPanels,
  stores: RunStores,
  recipes: WorkspaceRecipes,
): void {
  commands.register('trainHere', async (argument) => {
    const recipe = await chooseRecipe(argument, recipes);
    if (recipe === undefined) return;
    requireFolder(recipe);
    await saveIfOpen(recipe);
    panels.openPlan(recipe);
  });
  commands.register('showRun', async (argument) => {
    const run = await chooseRun(argument, stores, () => true);
    if (run !== undefined) panels.openRun(directoryOf(run));
  });
  commands.register('stopRun', async (argument) => {
    const run = await chooseRun(argument, stores, (each) => each.status.summary.state === 'running');
    if (run !== undefined) await stopRun(directoryOf(run));
  });
}

/** A plan is made from the file, so what stands in the editor is saved first. */
async function saveIfOpen(recipe: vscode.Uri): Promise<void> {
  const open = vscode.workspace.textDocuments.find(
    (document) => document.uri.toString() === recipe.toString(),
  );
  if (open?.isDirty) await open.save();
}

async function chooseRecipe(argument: unknown, recipes: WorkspaceRecipes): Promise<vscode.Uri | undefined> {
  const node = argument as { readonly uri?: unknown } | undefined;
  const named = node?.uri instanceof vscode.Uri ? node.uri : resourceOf(argument);
  if (named !== undefined && isRecipe(named)) return named;
  const found = await recipes.list();
  if (found.length === 0) throw new HumanError('host.no-recipe');
  if (found.length === 1) return found[0];
  const picks = found.map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri }));
  return (await vscode.window.showQuickPick(picks, { title: vscode.l10n.t('Which recipe?') }))?.uri;
}
