import * as vscode from 'vscode';
import { formatMessage } from '../../core/text/format-message.ts';
import { listInterpreters } from '../../node/python/find-interpreter.ts';
import { missingPackages, runsTrl, type Interpreter } from '../../node/python/interpreter.ts';
import { displayLanguage } from '../kit/settings.ts';
import { interpreterSearch } from './host-interpreter.ts';

interface InterpreterPick extends vscode.QuickPickItem {
  readonly path: string | null;
}

/** Lets the user choose among the interpreters that were found, or name one. Returns whether the setting changed. */
export async function selectInterpreter(folder: vscode.WorkspaceFolder): Promise<boolean> {
  const search = await interpreterSearch(folder);
  const found = await listInterpreters(search);
  const picks: InterpreterPick[] = found.map((each) => ({
    label: each.path,
    description: `Python ${each.version}`,
    detail: detail(each),
    path: each.path,
  }));
  const browse: InterpreterPick = { label: vscode.l10n.t('Choose a file…'), path: null };
  const pick = await vscode.window.showQuickPick([...picks, browse], {
    title: vscode.l10n.t('Python interpreter for training'),
    matchOnDescription: true,
  });
  if (pick === undefined) return false;
  const chosen = pick.path ?? (await browseForFile());
  if (chosen === null) return false;
  await vscode.workspace
    .getConfiguration('tuningFork', folder)
    .update('pythonPath', chosen, vscode.ConfigurationTarget.Workspace);
  return true;
}

function detail(interpreter: Interpreter): string {
  const source = formatMessage(interpreter.source, displayLanguage());
  const missing = missingPackages(interpreter);
  if (!runsTrl(interpreter)) return vscode.l10n.t('{0}, too old for TRL', source);
  if (missing.length > 0) return vscode.l10n.t('{0}, lacks {1}', source, missing.join(', '));
  return vscode.l10n.t('{0}, has TRL {1}', source, interpreter.packages['trl'] ?? '');
}

async function browseForFile(): Promise<string | null> {
  const files = await vscode.window.showOpenDialog({
    canSelectMany: false,
    title: vscode.l10n.t('Python interpreter'),
  });
  return files?.[0]?.fsPath ?? null;
}
