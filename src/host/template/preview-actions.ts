import * as vscode from 'vscode';
import type { PreviewOrigin } from '../../core/protocol/preview-contract.ts';
import { pieceAt } from '../../core/template/preview-places.ts';
import { originSentence } from '../../core/template/preview-sentences.ts';
import type { WorkerClient } from '../../node/worker/worker-client.ts';
import { displayLanguage } from '../kit/settings.ts';
import { PATIENCE, type PreviewShown } from './preview-state.ts';

/** Moves an editor's cursor to the previous or next line; the preview follows it as always. */
export function stepRow(editor: vscode.TextEditor | undefined, by: -1 | 1): void {
  if (editor === undefined) return;
  const line = Math.min(Math.max(editor.selection.active.line + by, 0), editor.document.lineCount - 1);
  const position = new vscode.Position(line, 0);
  editor.selection = new vscode.Selection(position, position);
  editor.revealRange(
    new vscode.Range(position, position),
    vscode.TextEditorRevealType.InCenterIfOutsideViewport,
  );
}

/** Says where a character of the text came from; null if that is not known. */
export function originOf(shown: PreviewShown | null, at: number): PreviewOrigin | null {
  if (shown?.rendering.kind !== 'rendered') return null;
  const { pieces } = shown.rendering;
  const found = pieceAt(pieces, at);
  const sentence = originSentence(shown.template.text, pieces, at, displayLanguage());
  return found === undefined || sentence === null ? null : { start: found.start, end: found.end, sentence };
}

export async function openTemplateLine(shown: PreviewShown | null, line: number): Promise<void> {
  if (shown === null) return;
  const selection = new vscode.Range(line - 1, 0, line - 1, 0);
  await vscode.window.showTextDocument(shown.template.file, {
    selection,
    viewColumn: vscode.ViewColumn.One,
  });
}

export async function copyText(shown: PreviewShown | null): Promise<void> {
  if (shown?.rendering.kind === 'rendered') await vscode.env.clipboard.writeText(shown.rendering.text);
}

/** Copies the Python source that gives the text on show. */
export async function copyPython(shown: PreviewShown | null, worker: WorkerClient): Promise<void> {
  const request = shown === null ? null : await worker.switchedRequest(shown.request, PATIENCE);
  if (request === null || shown === null) return;
  const { previewSnippet } = await import('./preview-python.ts');
  await vscode.env.clipboard.writeText(previewSnippet(request, shown.template));
}

/** The column right of a panel. */
export function columnRightOf(panel: vscode.WebviewPanel): vscode.ViewColumn {
  const { One, Two, Three, Four, Beside } = vscode.ViewColumn;
  const rightOf = new Map([
    [One, Two],
    [Two, Three],
    [Three, Four],
  ]);
  return rightOf.get(panel.viewColumn ?? One) ?? Beside;
}
