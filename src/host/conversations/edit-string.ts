import * as vscode from 'vscode';
import type { EditResult } from '../../core/protocol/conversations-contract.ts';
import type { StringOfRow } from '../../core/protocol/rows-contract.ts';
import { formatMessage } from '../../core/text/format-message.ts';
import type { RowsHandle } from '../../node/conversations/rows-client.ts';
import { displayLanguage } from '../kit/settings.ts';

/** A string of a row, what somebody was shown of it and what they typed over it. */
interface StringEdit extends StringOfRow {
  readonly row: number;
  readonly pointer: string;
  readonly typed: string;
}

/** Writes what was typed over a string, as one edit of the document that can be undone; nothing else of the document changes. */
export async function editString(
  document: vscode.TextDocument,
  rows: RowsHandle,
  edit: StringEdit,
): Promise<EditResult> {
  const { version } = document;
  const change = await rows.call('changeString', edit);
  if (change.kind === 'same') return { kind: 'done' };
  if (change.kind === 'conflict') return refused('conversations.edit.conflict');
  const { line, column, endLine, endColumn, old, text } = change;
  const range = new vscode.Range(line - 1, column - 1, endLine - 1, endColumn - 1);
  // The document may have moved on meanwhile, or count lines otherwise.
  if (document.version !== version || document.getText(range) !== old)
    return refused('conversations.edit.conflict');
  const written = new vscode.WorkspaceEdit();
  written.replace(document.uri, range, text);
  const isTaken = await vscode.workspace.applyEdit(written);
  return isTaken ? { kind: 'done' } : refused('conversations.edit.rejected');
}

function refused(id: string): EditResult {
  return { kind: 'refused', sentence: formatMessage({ id }, displayLanguage()) };
}
