import path from 'node:path';
import * as vscode from 'vscode';
import { HumanError } from '../../../core/text/human-error.ts';
import { chooseDatasetFile } from '../choose-dataset-file.ts';
import { datasetOfArgument } from '../dataset-of-argument.ts';
import { findDatasetFiles } from '../find-dataset-files.ts';
import { say } from '../../kit/say.ts';

/**
 * The dataset that a command was called on, the one that is open, or the one that the user chooses; undefined if none is chosen.
 * @throws {HumanError} if it is not on a disk
 */
export async function chooseInput(argument: unknown): Promise<vscode.Uri | undefined> {
  const uri = datasetOfArgument(argument) ?? (await chooseFile());
  if (uri === undefined) return undefined;
  if (uri.scheme !== 'file') throw new HumanError('prepare.not-on-disk');
  return (await ensureSaved(uri)) ? uri : undefined;
}

/** Dataset files of the workspace in the order of their paths. */
export async function workspaceDatasetUris(): Promise<vscode.Uri[]> {
  return (await findDatasetFiles()).files.map(({ uri }) => uri);
}

/** A file in a list: its name, and the folder in the workspace. */
export function pickOf(uri: vscode.Uri) {
  const folder = path.posix.dirname(vscode.workspace.asRelativePath(uri));
  return { label: path.basename(uri.fsPath), description: folder === '.' ? '' : folder, uri };
}

/** In a workspace without datasets from anywhere on this computer. */
async function chooseFile(): Promise<vscode.Uri | undefined> {
  const files = await workspaceDatasetUris();
  const title = say('prepare.ask.dataset');
  if (files.length === 0) return chooseDatasetFile(title);
  const picks = files.map(pickOf);
  return (await vscode.window.showQuickPick(picks, { title, matchOnDescription: true, ignoreFocusOut: true }))
    ?.uri;
}

/** Asks to save what the user sees of a file, as the disk is what is prepared; false if they do not want that. */
export async function ensureSaved(uri: vscode.Uri): Promise<boolean> {
  const key = uri.toString();
  const document = vscode.workspace.textDocuments.find((each) => each.uri.toString() === key);
  if (document?.isDirty !== true) return true;
  const save = say('prepare.save');
  const sentence = say('prepare.not-saved', { file: path.basename(uri.fsPath) });
  return (await vscode.window.showWarningMessage(sentence, save)) === save && document.save();
}
