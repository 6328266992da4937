import path from 'node:path';
import * as vscode from 'vscode';
import { isJsonLinesName } from '../../../core/dataset/prepare/json-lines-name.ts';
import { HumanError } from '../../../core/text/human-error.ts';
import { say } from '../../kit/say.ts';

/** Where a preparation writes to, and whether the user has agreed that a file there is replaced. */
export interface NewFile {
  readonly output: string;
  readonly force: boolean;
}

/**
 * A place for a new file, `NAME.SUFFIX.jsonl` beside the dataset unless the user chooses another; VS Code's dialog asks before a file
 * is replaced. Undefined if none is chosen.
 * @throws {HumanError} where it is not on the disk, or named as another format, which the dialog lets happen
 */
export async function chooseNewFile(dataset: vscode.Uri, suffix: string): Promise<NewFile | undefined> {
  const name = `${stemOf(dataset)}.${suffix}.jsonl`;
  const chosen = await vscode.window.showSaveDialog({
    title: say('prepare.ask.new-file'),
    saveLabel: say('prepare.write'),
    defaultUri: vscode.Uri.joinPath(dataset, '..', name),
    filters: { JSONL: ['jsonl'] },
  });
  if (chosen === undefined) return undefined;
  if (chosen.scheme !== 'file') throw new HumanError('prepare.not-on-disk');
  if (!isJsonLinesName(chosen.path))
    throw new HumanError('prepare.not-json-lines', { path: path.basename(chosen.fsPath) });
  // A note without its file is one that nobody needs any more.
  return { output: chosen.fsPath, force: true };
}

/** The name of a file without its ending. */
function stemOf({ path: file }: vscode.Uri): string {
  return path.posix.basename(file, path.posix.extname(file));
}
