import * as vscode from 'vscode';
import { HumanError } from '../../core/text/human-error.ts';
import { resourceOf } from '../kit/commands.ts';
import { requireFolder } from '../kit/workspace-folder.ts';
import { isRecipe, type WorkspaceRecipes } from './workspace-recipes.ts';

/**
 * The recipe that a command was called with (a resource, or its node in a tree), else the only one, or the user's choice. What
 * stands in its editor is saved: whoever works with a recipe reads the file.
 * @throws {HumanError} if there is none, or it is not in a trusted folder on this disk
 */
export async function chooseRecipe(
  argument: unknown,
  recipes: WorkspaceRecipes,
): Promise<vscode.Uri | undefined> {
  const recipe = await namedOrChosen(argument, recipes);
  if (recipe === undefined) return undefined;
  requireFolder(recipe);
  await saveIfOpen(recipe);
  return recipe;
}

async function namedOrChosen(argument: unknown, recipes: WorkspaceRecipes): Promise<vscode.Uri | undefined> {
  const named = resourceOf(argument);
  if (named !== undefined && isRecipe(named)) return named;
  const found = await recipes.list();
  if (found.length === 0) throw new HumanError('host.no-recipe');
  if (found.length === 1) return found[0];
  const picks = found.map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri }));
  return (
    await vscode.window.showQuickPick(picks, { title: vscode.l10n.t('Which recipe?'), ignoreFocusOut: true })
  )?.uri;
}

async function saveIfOpen(recipe: vscode.Uri): Promise<void> {
  const open = vscode.workspace.textDocuments.find(
    (document) => document.uri.toString() === recipe.toString(),
  );
  if (open?.isDirty) await open.save();
}
