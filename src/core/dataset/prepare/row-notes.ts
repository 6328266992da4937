import type { Message } from '../../text/message.ts';
import type { DuplicateRow } from './duplicate-rows.ts';
import type { ExcludedRow } from './excluded-rows.ts';

/** Which row stays for one that goes. */
export function duplicateNote({ row, equals, why }: DuplicateRow): Message {
  return { id: `prepare.dedupe.${why}`, args: { row: String(row), first: String(equals) } };
}

/** Which rules named a row that goes. */
export function excludedNote({ row, rules }: ExcludedRow): Message {
  return { id: 'prepare.exclude.row', args: { row: String(row), rules: rules.join(', ') } };
}
