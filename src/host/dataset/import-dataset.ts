import path from 'node:path';
import * as vscode from 'vscode';
import { errorCode } from '../../node/files/error-code.ts';
import { datasetActionWords } from '../../core/dataset/action-words.ts';
import { addSentences } from '../../core/text/catalogue.ts';
import { HumanError } from '../../core/text/human-error.ts';
import { copyIntoFolder } from '../../node/dataset/copy-into-folder.ts';
import { chooseDatasetFile } from './choose-dataset-file.ts';

addSentences(datasetActionWords);

/**
 * *Import Dataset*: a file from elsewhere on this computer is copied into the workspace, or opened where it is.
 * @throws {HumanError} if it cannot be copied
 */
export async function importDataset(): Promise<void> {
  const file = await chooseDatasetFile(vscode.l10n.t('Import Dataset'));
  if (file === undefined) return;
  const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file');
  const target = folder === undefined ? file : await copiedOrNot(file, folder.uri);
  if (target !== undefined) await vscode.commands.executeCommand('vscode.open', target);
}

async function copiedOrNot(file: vscode.Uri, folder: vscode.Uri): Promise<vscode.Uri | undefined> {
  if (vscode.workspace.getWorkspaceFolder(file) !== undefined) return file;
  const data = vscode.Uri.joinPath(folder, 'data');
  const copy: vscode.QuickPickItem = {
    label: vscode.l10n.t('Copy into the workspace'),
    description: vscode.workspace.asRelativePath(data, true),
  };
  const open: vscode.QuickPickItem = {
    label: vscode.l10n.t('Open it where it is'),
    description: path.dirname(file.fsPath),
  };
  const title = vscode.l10n.t('Import {0}', path.basename(file.fsPath));
  const pick = await vscode.window.showQuickPick([copy, open], { title, ignoreFocusOut: true });
  if (pick === undefined) return undefined;
  return pick === copy ? copied(file, data) : file;
}

async function copied(file: vscode.Uri, folder: vscode.Uri): Promise<vscode.Uri> {
  try {
    return vscode.Uri.file(await copyIntoFolder(file.fsPath, folder.fsPath));
  } catch (error) {
    const code = errorCode(error) ?? String(error);
    const name = path.basename(file.fsPath);
    if (code === 'EEXIST') {
      const there = vscode.Uri.joinPath(folder, name);
      throw new HumanError(
        'dataset.import.there',
        { path: vscode.workspace.asRelativePath(there) },
        { cause: error },
      );
    }
    const args = { path: name, folder: vscode.workspace.asRelativePath(folder), code };
    throw new HumanError('dataset.import.failed', args, { cause: error });
  }
}
