import { formatMessage } from '../../core/text/format-message.ts';
import type { Message, MessageArgs } from '../../core/text/message.ts';
import { displayLanguage } from './settings.ts';

/** A sentence in the user's language. @param what a message, or the id of one that has these args */
export function say(what: Message | string, args: MessageArgs = {}): string {
  const message = typeof what === 'string' ? { id: what, args } : what;
  return formatMessage(message, displayLanguage());
}
