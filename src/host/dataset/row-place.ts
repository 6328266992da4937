import * as v from 'valibot';
import * as vscode from 'vscode';
import { HumanError } from '../../core/text/human-error.ts';
import { isDataset } from './dataset-documents.ts';
import type { EditorRow } from './row-renderings.ts';

/** What our own links and code actions pass: the dataset as text, and its 0-based line. */
export const rowLink = v.object({ dataset: v.string(), line: v.number() });
export type RowLink = v.InferOutput<typeof rowLink>;

/** What VS Code passes from the menu of a line number, which is 1-based. */
const lineNumberMenu = v.object({
  uri: v.custom<vscode.Uri>((value) => value instanceof vscode.Uri),
  lineNumber: v.number(),
});

/** A line of a dataset; 0-based. */
export interface RowPlace {
  readonly dataset: vscode.Uri;
  readonly line: number;
}

/** The row that a command is about: that of its argument, else the one under the cursor. Null if it is none of a dataset. */
export function rowPlaceOf(argument: unknown): RowPlace | null {
  if (v.is(rowLink, argument)) return { dataset: vscode.Uri.parse(argument.dataset), line: argument.line };
  if (v.is(lineNumberMenu, argument)) return { dataset: argument.uri, line: argument.lineNumber - 1 };
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined || !isDataset(editor.document)) return null;
  return { dataset: editor.document.uri, line: editor.selection.active.line };
}

/** The row as it stands in its document. @throws {HumanError} if there is none. */
export async function rowAt({ dataset, line }: RowPlace): Promise<EditorRow> {
  const document = await vscode.workspace.openTextDocument(dataset);
  const row = rowOf(document, line);
  if (row === null) throw new HumanError('inline.no-row');
  return row;
}

/** The row on a line; null where there is no line or nothing on it. */
export function rowOf(document: vscode.TextDocument, line: number): EditorRow | null {
  if (line < 0 || line >= document.lineCount) return null;
  const { text } = document.lineAt(line);
  return text.trim() === '' ? null : { dataset: document.uri, text, row: line + 1 };
}
