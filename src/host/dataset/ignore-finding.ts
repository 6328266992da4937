import path from 'node:path';
import * as vscode from 'vscode';
import { addIgnore } from '../../core/dataset/configuration/add-ignore.ts';
import { CONFIGURATION_NAME } from '../../core/dataset/configuration/configuration.ts';
import { configurationMessages } from '../../core/dataset/configuration/messages.ts';
import { rowDigest } from '../../core/dataset/configuration/row-digest.ts';
import type { Finding } from '../../core/dataset/findings/finding.ts';
import { addSentences } from '../../core/text/catalogue.ts';
import { formatMessage } from '../../core/text/format-message.ts';
import { HumanError } from '../../core/text/human-error.ts';
import { Configurations } from '../../node/dataset/configuration/configurations.ts';
import { displayLanguage } from '../kit/settings.ts';
import { configurationRoot } from './lint-settings.ts';

addSentences(configurationMessages);

/**
 * Asks why a finding of a row is to be ignored and writes the entry to the dataset's tuning-fork.yaml, which is made in the workspace
 * folder where there is none. The edit can be undone.
 * @param version of the document that the finding belongs to
 * @param given the reason, which is asked for if absent
 * @throws {HumanError} if the document has moved on, or the file has faults
 */
export async function ignoreFinding(
  dataset: vscode.Uri,
  version: number,
  finding: Finding,
  given?: string,
): Promise<void> {
  const { rule, row } = finding;
  const reason = given ?? (await askReason(rule, row));
  if (reason === undefined) return;
  const document = await vscode.workspace.openTextDocument(dataset);
  const digest = document.version === version ? rowDigest(document.getText(), row) : null;
  if (digest === null) throw new HumanError('dataset.ignore.row-gone', { row });
  const root = configurationRoot(dataset);
  const known = await new Configurations(root).of(dataset.fsPath);
  const target = vscode.Uri.file(known?.path ?? path.join(root, CONFIGURATION_NAME));
  const file = path.relative(path.dirname(target.fsPath), dataset.fsPath).replaceAll(path.sep, '/');
  await write(target, known !== null, { file, rule, row: digest, number: row, reason });
}

async function askReason(rule: string, row: number): Promise<string | undefined> {
  const say = (id: string): string => formatMessage({ id, args: { rule, row } }, displayLanguage());
  const typed = await vscode.window.showInputBox({
    title: say('dataset.ignore.title'),
    prompt: say('dataset.ignore.prompt'),
    placeHolder: say('dataset.ignore.example'),
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? say('dataset.ignore.no-reason') : undefined),
  });
  return typed?.trim();
}

/** What the user has not saved of the file stays unsaved; else the entry is saved, so that the command line sees it too. */
async function write(
  target: vscode.Uri,
  isThere: boolean,
  ignore: Parameters<typeof addIgnore>[1],
): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  if (!isThere) edit.createFile(target, { ignoreIfExists: true });
  const document = isThere ? await vscode.workspace.openTextDocument(target) : null;
  const wasDirty = document?.isDirty === true;
  const { start, text } = addIgnore(document?.getText() ?? '', ignore);
  edit.insert(target, document?.positionAt(start) ?? new vscode.Position(0, 0), text);
  await vscode.workspace.applyEdit(edit);
  if (!wasDirty) await (await vscode.workspace.openTextDocument(target)).save();
}
