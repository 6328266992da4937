import { sentenceOf } from './catalogue.ts';
import { HumanError } from './human-error.ts';
import { fillIn, type Language, type Message, type MessageArgs, type SpokenArgs } from './message.ts';

/** The sentence of a message in a language. An id that is in no table is shown as it is: that is a bug, but no reason to hide it. */
export function formatMessage(message: Message, language: Language): string {
  const entry = sentenceOf(message.id);
  if (entry === undefined) return `${message.id} ${JSON.stringify(message.args ?? {})}`;
  return fillIn(entry[language], spoken(message.args, language));
}

function spoken(args: MessageArgs = {}, language: Language): SpokenArgs {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      typeof value === 'object' ? formatMessage(value, language) : value,
    ]),
  );
}

/** The sentence of an error: a HumanError's own, else the error's message. */
export function formatError(error: unknown, language: Language): string {
  if (error instanceof HumanError) return formatMessage(error.detail, language);
  return error instanceof Error ? error.message : String(error);
}
