import path from 'node:path';
import * as vscode from 'vscode';
import { fileKind } from '../../core/dataset/file-kind.ts';
import { formatMessage } from '../../core/text/format-message.ts';
import { displayLanguage } from '../kit/settings.ts';

/** VS Code synchronises no file above this with extensions. */
const MOST_SYNCHRONIZED = 50 * 1024 * 1024;

/** Says once per file why a very large dataset has neither labels nor squiggles, and leads to its rows: the only sign of it is its tab. */
export function registerLargeFileNote(onError: (error: unknown) => void): vscode.Disposable {
  const told = new Set<string>();
  return vscode.window.tabGroups.onDidChangeTabs(async ({ opened }) => {
    for (const { input } of opened) {
      if (!(input instanceof vscode.TabInputText) || fileKind(input.uri.path) !== 'lines') continue;
      const key = input.uri.toString();
      if (told.has(key) || !(await isTooLargeForEditor(input.uri))) continue;
      told.add(key);
      void offerConversations(input.uri).catch(onError);
    }
  });
}

/** Whether extensions are given no document of a file, because it is too large. */
export async function isTooLargeForEditor(uri: vscode.Uri): Promise<boolean> {
  try {
    return (await vscode.workspace.fs.stat(uri)).size > MOST_SYNCHRONIZED;
  } catch {
    return false;
  }
}

async function offerConversations(uri: vscode.Uri): Promise<void> {
  const args = { file: path.basename(uri.fsPath) };
  const sentence = formatMessage({ id: 'dataset.too-large-for-editor', args }, displayLanguage());
  const open = vscode.l10n.t('Open as Conversations');
  if ((await vscode.window.showInformationMessage(sentence, open)) !== open) return;
  await vscode.commands.executeCommand('tuningFork.openConversations', uri);
}
