import path from 'node:path';
import * as vscode from 'vscode';
import type { Message } from '../../../core/text/message.ts';

/** A message with its files named as the workspace names them. */
export function withShownPaths({ id, args = {} }: Message): Message {
  const shown = Object.entries(args).map(([name, value]) => [
    name,
    typeof value === 'string' && path.isAbsolute(value) && /path$/i.test(name) ? shownPath(value) : value,
  ]);
  return { id, args: Object.fromEntries(shown) };
}

function shownPath(file: string): string {
  return vscode.workspace.asRelativePath(file, false);
}
