import type { Message } from '../../text/message.ts';

/** What is known of a file that was read. */
export interface ReadSource {
  readonly blankLines: number;
  readonly hasReplacedBytes: boolean;
  readonly hasBytes: boolean;
}

/** What reading a file left out or changed. */
export function sourceNotes({ blankLines, hasReplacedBytes, hasBytes }: ReadSource): Message[] {
  const notes: Message[] = [];
  if (hasReplacedBytes) notes.push({ id: 'prepare.replaced-bytes' });
  if (hasBytes) notes.push({ id: 'prepare.bytes-as-text' });
  if (blankLines > 0) notes.push({ id: 'prepare.blank-lines', args: { count: blankLines } });
  return notes;
}

/** What preparing that compares rows left out or kept as it is. */
export function comparingNotes(
  source: ReadSource,
  { unread, unknown }: { readonly unread: readonly number[]; readonly unknown: number },
): Message[] {
  const notes: Message[] = [];
  if (unread.length > 0) notes.push({ id: 'prepare.unread-kept', args: { count: unread.length } });
  if (unknown > 0) notes.push({ id: 'prepare.unknown-format', args: { count: unknown } });
  return [...notes, ...sourceNotes(source)];
}
