import path from 'node:path';
import * as vscode from 'vscode';
import { prepareMessages } from '../../../core/dataset/prepare/messages.ts';
import { prepareWords } from '../../../core/dataset/prepare/words.ts';
import { addSentences } from '../../../core/text/catalogue.ts';
import { formatMessage } from '../../../core/text/format-message.ts';
import type { Message, MessageArgs } from '../../../core/text/message.ts';
import { displayLanguage } from '../../kit/settings.ts';

// What this feature alone has to say: the start of the extension does not carry it.
addSentences(prepareMessages, prepareWords);

/** A sentence in the language of the window. */
export function say(id: string, args: MessageArgs = {}): string {
  return formatMessage({ id, args }, displayLanguage());
}

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
