import type { PreparationResult } from '../core/dataset/prepare/preparation-result.ts';
import { preparedNotes } from '../core/dataset/prepare/prepared-notes.ts';
import { preparedSummary } from '../core/dataset/prepare/prepared-summary.ts';
import { formatMessage } from '../core/text/format-message.ts';
import type { CommandContext } from './command.ts';
import { sentences } from './sentences.ts';

/** Prints what was prepared in one sentence, and as notes what else is to be known. */
export async function printPrepared(
  result: PreparationResult,
  { out, note, language }: CommandContext,
): Promise<void> {
  for (const each of sentences(preparedNotes(result), language)) note(`${each}\n`);
  await out(`${formatMessage(preparedSummary(result), language)}\n`);
}
