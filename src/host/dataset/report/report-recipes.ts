import path from 'node:path';
import * as vscode from 'vscode';
import { localTime } from '../../../core/text/local-time.ts';
import { folderOf } from '../../kit/workspace-folder.ts';
import type { WorkspaceRecipes } from '../../recipe/workspace-recipes.ts';
import type { RecipeTraining } from '../../../node/tokens/training-of-recipe.ts';

/** Recipes that use a file: the one that its tokens are counted with, and all of them. Paths are relative to the workspace folder. */
export interface UsedRecipes {
  readonly chosen: string;
  readonly all: readonly string[];
}

/** Which recipe a dataset's tokens are counted with: the one that was chosen for it, else the first of those that use it. */
export class ReportRecipes {
  readonly #recipes: WorkspaceRecipes;
  readonly #memory: vscode.Memento;

  constructor(recipes: WorkspaceRecipes, memory: vscode.Memento) {
    this.#recipes = recipes;
    this.#memory = memory;
  }

  /** Null where no recipe of the workspace uses the file. */
  async of(dataset: vscode.Uri): Promise<UsedRecipes | null> {
    const cwd = cwdOf(dataset);
    if (cwd === null) return null;
    const recipes = (await this.#recipes.list()).filter(({ scheme }) => scheme === 'file');
    if (recipes.length === 0) return null;
    const { findRecipesFor } = await import('../../../node/recipe/find-recipes-for.ts');
    const paths = recipes.map(({ fsPath }) => fsPath);
    const uses = await findRecipesFor(dataset.fsPath, paths, cwd, process.env);
    const all = uses.map(({ recipePath }) => path.relative(cwd, recipePath).split(path.sep).join('/'));
    const [first] = all;
    if (first === undefined) return null;
    const kept = this.#memory.get<string>(memoryKey(dataset));
    return { chosen: kept !== undefined && all.includes(kept) ? kept : first, all };
  }

  /** What the recipe has the tokens counted with. @throws {HumanError} if it has gone meanwhile */
  async training(dataset: vscode.Uri, recipe: string): Promise<RecipeTraining> {
    const { trainingOfRecipe } = await import('../../../node/tokens/training-of-recipe.ts');
    const now = localTime(new Date());
    return trainingOfRecipe({
      recipe,
      file: dataset.fsPath,
      cwd: cwdOf(dataset) ?? '',
      env: process.env,
      now,
    });
  }

  /** Asks which recipe to count with, and keeps it for the file; false if nothing was chosen. */
  async choose(dataset: vscode.Uri): Promise<boolean> {
    const used = await this.of(dataset);
    if (used === null) return false;
    const title = vscode.l10n.t('Count tokens with which recipe?');
    const chosen = await vscode.window.showQuickPick([...used.all], { title });
    if (chosen === undefined) return false;
    await this.#memory.update(memoryKey(dataset), chosen);
    return true;
  }
}

function cwdOf(dataset: vscode.Uri): string | null {
  const folder = folderOf(dataset);
  return folder?.uri.scheme === 'file' && dataset.scheme === 'file' ? folder.uri.fsPath : null;
}

function memoryKey(dataset: vscode.Uri): string {
  return `report-recipe:${dataset.toString()}`;
}
