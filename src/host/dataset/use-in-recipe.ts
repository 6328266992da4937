import path from 'node:path';
import * as vscode from 'vscode';
import { parseRecipe } from '../../core/recipe/parse-recipe.ts';
import { useDataset } from '../../core/recipe/use-dataset.ts';
import { formatMessage } from '../../core/text/format-message.ts';
import { datasetOfRecipe } from '../../node/recipe/dataset-of-recipe.ts';
import { displayLanguage } from '../kit/settings.ts';
import { requireFolder } from '../kit/workspace-folder.ts';
import { chooseRecipe } from '../recipe/choose-recipe.ts';
import type { WorkspaceRecipes } from '../recipe/workspace-recipes.ts';

/**
 * *Use in Recipe*: has a recipe that the user chooses train on a dataset, by an edit of its text that can be undone.
 * @throws {HumanError} if there is no recipe, or it cannot be read
 */
export async function useInRecipe(dataset: vscode.Uri, recipes: WorkspaceRecipes): Promise<void> {
  const recipe = await chooseRecipe(undefined, recipes);
  if (recipe === undefined) return;
  const { data, heldOut } = await datasetOfRecipe(dataset.fsPath, requireFolder(recipe).uri.fsPath);
  const document = await vscode.workspace.openTextDocument(recipe);
  const edit = new vscode.WorkspaceEdit();
  const changes = useDataset(document.getText(), data);
  for (const { start, end, text } of changes) {
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
    edit.replace(recipe, range, text);
  }
  await vscode.workspace.applyEdit(edit);
  const at = document.positionAt(changes[0]?.start ?? 0);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at), preview: false });
  const settings = parseRecipe(document.getText()).recipe?.settings;
  const evaluates = settings?.eval_strategy !== 'no' && settings?.test_split_size === null;
  tell(recipe, data.kind === 'folder' ? data.name : data.file, heldOut || !evaluates);
}

function tell(recipe: vscode.Uri, data: string, isSound: boolean): void {
  const args = { recipe: path.basename(recipe.fsPath), data };
  if (isSound) {
    const done = formatMessage({ id: 'recipe.use.done', args }, displayLanguage());
    void vscode.window.showInformationMessage(done);
    return;
  }
  const lacking = formatMessage({ id: 'recipe.use.no-evaluation', args }, displayLanguage());
  void vscode.window.showWarningMessage(lacking);
}
