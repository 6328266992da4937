import type { RawRow } from '../reading/raw-row.ts';

/** UTF-16 units of the longest text that V8 has; n bytes decode to at most n units. */
export const LONGEST_TEXT = 2 ** 29 - 24;

/** Whether a row has more bytes than a text may have: then it has no text and cannot be checked. */
export function isUnread({ text, from, to }: Pick<RawRow, 'text' | 'from' | 'to'>): boolean {
  return text === '' && to > from;
}
