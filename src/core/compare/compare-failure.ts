import type { Message } from '../text/message.ts';
import { compareMessages } from './messages.ts';

/** Why a comparison ended, as a sentence: the comparing process's own words, and what to do about their cause. */
export function compareFailure({ cause, message }: { cause: string; message: string }): Message {
  const id = `compare.failed.${cause}`;
  return { id: id in compareMessages ? id : 'compare.failed', args: { message } };
}
