import type * as vscode from 'vscode';
import type { Stretch } from '../../core/protocol/preview-contract.ts';
import { renderedFromRow, renderedFromTemplate, rowPlaceAt } from '../../core/template/preview-places.ts';
import { jsonOfRow } from './preview-row-json.ts';
import type { PreviewShown } from './preview-state.ts';
import { templateInDocument } from './preview-template.ts';

/**
 * The stretches of the rendered text that came from what an editor's cursor is on; null for an editor of anything else. With the
 * cursor before the first character there are none: that is where it stands when one goes through rows.
 */
export function stretchesAtCursor(shown: PreviewShown, editor: vscode.TextEditor): Stretch[] | null {
  const { row, template, rendering } = shown;
  if (rendering.kind !== 'rendered') return null;
  const { document, selection } = editor;
  const uri = document.uri.toString();
  const { active } = selection;
  if (row.fixture === null && uri === row.dataset?.toString()) {
    if (active.line !== row.row - 1 || active.character === 0) return [];
    const root = jsonOfRow(row);
    if (root === null) return [];
    return renderedFromRow(rendering.pieces, rowPlaceAt(row.text, root, active.character));
  }
  const places = templateInDocument(document, template);
  if (places === null) return null;
  const at = places.inTemplate(document.offsetAt(active));
  return at === null ? [] : renderedFromTemplate(rendering.pieces, at);
}
