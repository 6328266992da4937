import type { RawRow } from './raw-row.ts';

/** UTF-16 units of the longest text that V8 has, of which bytes give no more than they are. */
export const LONGEST_TEXT = 2 ** 29 - 24;

/** A row of more bytes than a text may have: it has none, and cannot be judged. */
export function isUnread({ text, from, to }: Pick<RawRow, 'text' | 'from' | 'to'>): boolean {
  return text === '' && to > from;
}
