import { LineEnds } from '../reading/line-ends.ts';
import { LineReader } from '../reading/line-reader.ts';
import { LONGEST_TEXT } from '../json/longest-text.ts';
import type { RawRow } from '../reading/raw-row.ts';

/** Where lines stand in their file. */
interface LinesPlace {
  /** The byte at which they begin. */
  readonly offset: number;
  /** Lines before them; none if absent. */
  readonly before?: number;
}

/** Cuts the bytes of a stretch of a JSONL file into its lines. @returns how they end, and the number of the last one */
export async function readLines(
  source: AsyncIterable<Uint8Array>,
  { offset, before = 0 }: LinesPlace,
  onLine: (raw: RawRow) => void,
): Promise<{ readonly ends: LineEnds; readonly last: number }> {
  const ends = new LineEnds();
  const reader = new LineReader(offset, onLine, LONGEST_TEXT, before);
  for await (const chunk of source) {
    ends.push(chunk);
    reader.push(chunk);
  }
  reader.end();
  return { ends, last: reader.line };
}
