import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Places } from '../../node/places.ts';
import { copySampleProject } from '../../node/sample/copy-sample-project.ts';
import type { CommandRegistry } from '../kit/commands.ts';

const folderName = 'tuning-fork-sample';

/** *Open Sample Project*: copies it to a folder that the user chooses, and opens that folder. */
export function registerOpenSampleCommand(commands: CommandRegistry, places: Places): void {
  commands.register('openSampleProject', async () => {
    const folder = await chooseFolder();
    if (folder === null) return;
    await copySampleProject(places.media, folder);
    await vscode.commands.executeCommand('vscode.openFolder', vscode.Uri.file(folder));
  });
}

async function chooseFolder(): Promise<string | null> {
  const home = path.join(os.homedir(), folderName);
  const here: vscode.QuickPickItem = { label: home, description: vscode.l10n.t('your home folder') };
  const other: vscode.QuickPickItem = { label: vscode.l10n.t('Choose another folder…') };
  const title = vscode.l10n.t('Where should the sample project be copied to?');
  const pick = await vscode.window.showQuickPick([here, other], { title, ignoreFocusOut: true });
  if (pick === undefined) return null;
  if (pick === here) return home;
  const chosen = await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    canSelectMany: false,
  });
  const parent = chosen?.[0];
  return parent === undefined ? null : path.join(parent.fsPath, folderName);
}
