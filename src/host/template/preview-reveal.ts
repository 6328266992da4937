import * as vscode from 'vscode';
import { nodeAt, type Path } from '../../core/dataset/json/locate.ts';
import { pieceAt, rowCharacters, type TextRange } from '../../core/template/preview-places.ts';
import type { PreviewMarks } from './preview-marks.ts';
import { jsonOfRow } from './preview-row-json.ts';
import type { PreviewShown } from './preview-state.ts';
import { templateInDocument } from './preview-template.ts';

/** How something is shown in its editor. */
export interface RevealOptions {
  /** Moves the cursor there as well. */
  readonly focus: boolean;
  readonly marks: PreviewMarks;
  /** Where an editor is opened that is not open yet: beside the preview, so that none of those in view goes away. */
  readonly column: vscode.ViewColumn;
}

/**
 * Shows where a character of the rendered text came from: in the row and in the template, as far as each is a document. The cursor
 * goes, if it is to go, into the row if the character came from it, else into the template.
 */
export async function revealOrigin(
  shown: PreviewShown,
  at: number,
  { focus, marks, column }: RevealOptions,
): Promise<void> {
  const { rendering } = shown;
  if (rendering.kind !== 'rendered') return;
  const found = pieceAt(rendering.pieces, at);
  marks.clear();
  if (found === undefined) return;
  const { piece, start } = found;
  const [from, to] = piece.template;
  await revealTemplate(
    shown,
    { start: from, end: to },
    { focus: focus && piece.data === null, marks, column },
  );
  if (piece.data === null) return;
  const root = jsonOfRow(shown.row);
  if (root === null) return;
  const characters = rowCharacters(shown.row.text, root, piece.data, piece.length, at - start);
  if (characters !== undefined) await revealInRow(shown, characters, { focus, marks, column });
}

/** Shows a value of the row. */
export async function revealRowValue(shown: PreviewShown, path: Path, options: RevealOptions): Promise<void> {
  const root = jsonOfRow(shown.row);
  const node = root === null ? undefined : nodeAt(root, path)?.node;
  if (node === undefined) return;
  options.marks.clear();
  const whole = { start: node.start, end: node.end };
  await revealInRow(shown, { whole, character: { start: node.start, end: node.start + 1 } }, options);
}

async function revealInRow(
  { row }: PreviewShown,
  { whole, character }: { readonly whole: TextRange; readonly character: TextRange },
  { focus, marks, column }: RevealOptions,
): Promise<void> {
  if (row.dataset === null || row.fixture !== null) return;
  const line = row.row - 1;
  const range = ({ start, end }: TextRange): vscode.Range => new vscode.Range(line, start, line, end);
  const editor = await editorOf(row.dataset, focus, column);
  marks.show(editor, { whole: range(whole), character: range(character) });
  if (focus) editor.selection = new vscode.Selection(line, character.start, line, character.start);
}

/** In all editors in view that hold the template; where none does, its document is opened. */
async function revealTemplate(
  { template }: PreviewShown,
  range: TextRange,
  { focus, marks, column }: RevealOptions,
): Promise<void> {
  const inView = vscode.window.visibleTextEditors.filter(
    ({ document }) => templateInDocument(document, template) !== null,
  );
  const [first] = inView;
  const editors =
    first === undefined || focus
      ? [await editorOf(first?.document.uri ?? template.file, focus, column)]
      : inView;
  for (const editor of editors) {
    const { document } = editor;
    const inFile = templateInDocument(document, template)?.inFile(range);
    if (inFile === undefined) continue;
    const whole = new vscode.Range(document.positionAt(inFile.start), document.positionAt(inFile.end));
    marks.show(editor, { whole, character: whole });
    if (focus) editor.selection = new vscode.Selection(whole.start, whole.start);
  }
}

/** The visible editor of a document, else its tab where it is open, else a new one. */
async function editorOf(
  uri: vscode.Uri,
  focus: boolean,
  column: vscode.ViewColumn,
): Promise<vscode.TextEditor> {
  const visible = vscode.window.visibleTextEditors.find(({ document }) => isSame(document.uri, uri));
  if (visible !== undefined && !focus) return visible;
  const viewColumn = visible?.viewColumn ?? columnOf(uri) ?? column;
  return vscode.window.showTextDocument(uri, { viewColumn, preserveFocus: !focus, preview: true });
}

function columnOf(uri: vscode.Uri): vscode.ViewColumn | undefined {
  const group = vscode.window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && isSame(input.uri, uri)),
  );
  return group?.viewColumn;
}

function isSame(a: vscode.Uri, b: vscode.Uri): boolean {
  return a.toString() === b.toString();
}
