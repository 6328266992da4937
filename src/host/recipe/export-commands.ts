import path from 'node:path';
import * as vscode from 'vscode';
import { defaultTimeoutSeconds, timeoutText, usualFlavor } from '../../core/recipe/job-choice.ts';
import { trainOnJobsLine } from '../../core/recipe/train-on-jobs-line.ts';
import type { Recipe } from '../../core/recipe/recipe.ts';
import { asciiSlug } from '../../core/run/run-id.ts';
import { formatMessage } from '../../core/text/format-message.ts';
import { HumanError } from '../../core/text/human-error.ts';
import type { CommandRegistry } from '../kit/commands.ts';
import { displayLanguage } from '../kit/settings.ts';
import { requireFolder } from '../kit/workspace-folder.ts';
import type { JobChoices } from '../runs/job-choices.ts';
import { chooseRecipe } from './choose-recipe.ts';
import type { WorkspaceRecipes } from './workspace-recipes.ts';

/** *Export as Python* and *Copy as Command*: the same training without the product. */
export function registerExportCommands(
  commands: CommandRegistry,
  recipes: WorkspaceRecipes,
  choices: JobChoices,
): void {
  commands.register('exportAsPython', async (argument) => {
    const uri = await chooseRecipe(argument, recipes);
    if (uri !== undefined) await exportAsPython(uri);
  });
  commands.register('copyAsCommand', async (argument) => {
    const uri = await chooseRecipe(argument, recipes);
    if (uri !== undefined) await copyAsCommand(uri, choices);
  });
}

async function exportAsPython(uri: vscode.Uri): Promise<void> {
  const { pythonScript } = await import('../../core/recipe/python-script.ts');
  const { name, recipe } = await readSound(uri);
  const proposed = vscode.Uri.joinPath(requireFolder(uri).uri, `${name}.py`);
  const title = vscode.l10n.t('Export as Python');
  const target = await vscode.window.showSaveDialog({
    title,
    defaultUri: proposed,
    filters: { Python: ['py'] },
  });
  if (target === undefined) return;
  const names = { recipe: path.basename(uri.path), script: path.basename(target.path) };
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(pythonScript(recipe, names)));
  await vscode.window.showTextDocument(target);
}

async function copyAsCommand(uri: vscode.Uri, choices: JobChoices): Promise<void> {
  const { jobLine, localLine } = await import('../../core/recipe/shell-command.ts');
  const { localInputs } = await import('../../node/recipe/local-inputs.ts');
  const { name, text, recipe } = await readSound(uri);
  const named = { path: vscode.workspace.asRelativePath(uri, false), text, recipe };
  const choice = choices.of(uri);
  const inputs = await localInputs(recipe.settings, requireFolder(uri).uri.fsPath);
  const job = jobLine(named, {
    // The line must name a machine: the one that the plan names.
    flavor: choice.flavor ?? usualFlavor(recipe.settings),
    timeout: timeoutText(choice.timeoutSeconds ?? defaultTimeoutSeconds),
    repository: asciiSlug(name),
    inputs,
  });
  const language = displayLanguage();
  const comments = job.notes.map((note) => `# ${formatMessage(note, language)}\n`).join('');
  const items = [
    { line: localLine(named), label: vscode.l10n.t('Plain TRL on this computer') },
    {
      line: `${comments}${job.line}`,
      label: vscode.l10n.t('Hugging Face Jobs with the hf command line'),
    },
    {
      line: trainOnJobsLine(named.path, choice),
      label: vscode.l10n.t('The command line of Tuning Fork'),
    },
  ];
  const title = vscode.l10n.t('Which command?');
  // A line is longer than the list is wide: what it is for must not be what is cut off.
  const picks = items.map((item) => ({ ...item, detail: oneLine(item.line) }));
  const chosen = await vscode.window.showQuickPick(picks, { title, ignoreFocusOut: true });
  if (chosen === undefined) return;
  await vscode.env.clipboard.writeText(chosen.line);
  void vscode.window.setStatusBarMessage(vscode.l10n.t('Copied: {0}', chosen.detail), 5_000);
}

function oneLine(text: string): string {
  return text.split('\n').at(-1) ?? text;
}

/** @throws {HumanError} if the recipe has errors: the plan names them */
async function readSound(uri: vscode.Uri): Promise<{ name: string; text: string; recipe: Recipe }> {
  const { readRecipe } = await import('../../node/recipe/read-recipe.ts');
  const { name, text, recipe, findings } = await readRecipe(uri.fsPath, requireFolder(uri).uri.fsPath);
  const isSound = findings.every((finding) => finding.severity !== 'error');
  if (recipe === null || !isSound) throw new HumanError('host.recipe-has-errors');
  return { name, text, recipe };
}
