import * as vscode from 'vscode';
import { HumanError } from '../../core/text/human-error.ts';
import { fileKind } from '../../core/dataset/file-kind.ts';
import { fileOfArgument } from '../dataset/dataset-of-argument.ts';
import { isTooLargeForEditor } from '../dataset/large-file-note.ts';
import type { CommandRegistry } from '../kit/commands.ts';
import { conversationsViewType, rowsViewType, type ConversationsEditors } from './conversations-editors.ts';

/** *Open as Conversations*: for a file that is named, or the one in the active tab, at the row of the cursor. */
export function registerOpenConversationsCommand(
  commands: CommandRegistry,
  editors: ConversationsEditors,
): void {
  commands.register('openConversations', async (argument) => {
    const uri = fileOfArgument(argument);
    if (uri === undefined || !isShowable(uri)) throw new HumanError('dataset.conversations.choose');
    await editors.open(uri, await viewTypeOf(uri), lineIn(uri));
  });
}

/** Records have no text that could be edited; VS Code gives no document of a large file. */
async function viewTypeOf(uri: vscode.Uri): Promise<string> {
  const kind = fileKind(uri.path);
  const isText = kind === 'lines' || kind === 'json' || uri.scheme !== 'file';
  return isText && !(await isTooLargeForEditor(uri)) ? conversationsViewType : rowsViewType;
}

/** The line (1-based) of the cursor in the text editor of a file. */
function lineIn(uri: vscode.Uri): number | null {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.uri.toString() === uri.toString() ? editor.selection.active.line + 1 : null;
}

function isShowable(uri: vscode.Uri): boolean {
  return fileKind(uri.path) !== null || uri.scheme === 'untitled';
}
