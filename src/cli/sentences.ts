import { formatMessage } from '../core/text/format-message.ts';
import type { Language, Message } from '../core/text/message.ts';

/** Messages in words. */
export function sentences(messages: readonly Message[], language: Language): string[] {
  return messages.map((each) => formatMessage(each, language));
}
