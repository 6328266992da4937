import * as vscode from 'vscode';
import type { CommandRegistry } from '../kit/commands.ts';
import type { WorkspaceRecipes } from '../recipe/workspace-recipes.ts';

/** What is done with a dataset of the Datasets view, or with the one in the active editor. */
export function registerDatasetCommands(commands: CommandRegistry, recipes: WorkspaceRecipes): void {
  commands.register('openDataset', async (argument) => {
    const { chosenDataset } = await import('./chosen-dataset.ts');
    await vscode.commands.executeCommand('vscode.open', chosenDataset(argument));
  });
  commands.register('copyDatasetPath', async (argument) => {
    const { chosenDataset } = await import('./chosen-dataset.ts');
    await vscode.env.clipboard.writeText(chosenDataset(argument).fsPath);
  });
  commands.register('useInRecipe', async (argument) => {
    const { chosenDataset } = await import('./chosen-dataset.ts');
    const { useInRecipe } = await import('./use-in-recipe.ts');
    await useInRecipe(chosenDataset(argument), recipes);
  });
  commands.register('importDataset', async () => {
    const { importDataset } = await import('./import-dataset.ts');
    await importDataset();
  });
}
