import type { SourceText } from '../../core/conversations/show-row.ts';

/** A longer row is not read: its beginning is shown. */
export const MOST_ROW_BYTES = 8 * 1024 * 1024;
const SHOWN_BYTES = 16 * 1024;
/** Bytes that are read at once. */
const MOST_AT_ONCE = 4 * 1024 * 1024;

interface ByteSpan {
  readonly start: number;
  readonly end: number;
}

/** Reads the bytes from `start` to `end`. */
export type ReadBytes = (start: number, end: number) => Promise<Uint8Array>;

/** Reads stretches that follow one another with as few calls as their size allows, and gives each to `take`. */
export async function readSpans<T>(
  spans: readonly ByteSpan[],
  read: ReadBytes,
  take: (bytes: Uint8Array, index: number) => T,
  tooLarge: (beginning: Uint8Array, index: number) => T,
): Promise<T[]> {
  const taken: T[] = [];
  for (let n = 0; n < spans.length;) {
    const { start, end } = spans[n] ?? { start: 0, end: 0 };
    if (end - start > MOST_ROW_BYTES) {
      taken.push(tooLarge(await read(start, start + SHOWN_BYTES), n));
      n += 1;
      continue;
    }
    const last = lastTogether(spans, n);
    const bytes = await read(start, spans[last]?.end ?? end);
    for (; n <= last; n++) {
      const span = spans[n] ?? { start, end: start };
      taken.push(take(bytes.subarray(span.start - start, span.end - start), n));
    }
  }
  return taken;
}

function lastTogether(spans: readonly ByteSpan[], first: number): number {
  const start = spans[first]?.start ?? 0;
  let last = first;
  while (last + 1 < spans.length && (spans[last + 1]?.end ?? 0) - start <= MOST_AT_ONCE) last += 1;
  return last;
}

/** A row that is not read, by its beginning. A character that was cut at its end is left off. */
export function tooLargeText(beginning: Uint8Array, length: number): SourceText {
  const text = new TextDecoder().decode(beginning, { stream: true });
  return { kind: 'too-large', text, length };
}
