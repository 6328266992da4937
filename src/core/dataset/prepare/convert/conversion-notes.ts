import type { Message } from '../../../text/message.ts';
import type { ConversionCount } from './convert-rows.ts';
import type { DropReason } from './example.ts';

/** Rows that are named one by one. */
const NAMED = 10;

/** What rows lost, and which were left out and why, reason for reason with the numbers of the first. */
export function conversionNotes({ losses, dropped }: ConversionCount): Message[] {
  const lost = [...losses].map(([what, rows]) => ({ id: `prepare.loss.${what}`, args: { count: rows } }));
  return [...lost, ...[...Map.groupBy(dropped, ({ why }) => why)].map(([why, rows]) => dropNote(why, rows))];
}

function dropNote(why: DropReason, dropped: readonly { readonly row: number }[]): Message {
  const numbers = dropped.slice(0, NAMED).map(({ row }) => String(row));
  const rows = dropped.length > NAMED ? `${numbers.join(', ')} …` : numbers.join(', ');
  const message = { id: `prepare.drop.${why}`, args: { count: dropped.length } };
  return { id: 'prepare.drop.at', args: { message, rows } };
}
