import { isBlankLine } from '../reading/blank-line.ts';
import type { JsonValue } from '../json/json-value.ts';
import { LineReader } from '../reading/line-reader.ts';
import { isUnread } from '../json/longest-text.ts';
import { parseJson } from '../json/parse-json.ts';
import { parsePositioned, valueOf } from '../json/positioned-json.ts';
import type { RawRow } from '../reading/raw-row.ts';
import { Row } from '../row/row.ts';
import type { RowIndex } from '../comparing/row-index.ts';

/** Who follows the lines of a file in their order. */
export interface LineFollower {
  /** What an earlier row of the file is equal to. */
  firstEqualTo(row: number): number | null;
  /** Whether it takes a line of prose by its number. */
  takesProse(number: number): boolean;
  row(row: Row): void;
  blankLine(line: number, offset: number): void;
}

/** Lines whose rows were looked at before, in the order of the file. */
interface SeenLines {
  readonly index: RowIndex;
  /** Lines of the file before them. */
  readonly before: number;
  /** The byte of the file at which they begin. */
  readonly offset: number;
}

/** Reads lines once more, for who has to see rows of the whole file one after another. */
export async function showLines(
  source: AsyncIterable<Uint8Array>,
  { index, before, offset }: SeenLines,
  follower: LineFollower,
): Promise<void> {
  let at = 0;
  const reader = new LineReader(offset, (line) => {
    const number = line.number + before;
    if (isBlankLine(line.text) && !isUnread(line)) {
      follower.blankLine(number, line.offset);
      return;
    }
    const known = index.at(at);
    // a line that is no JSON has no place in the index
    if (known?.number !== line.number) return;
    at += 1;
    if (known.isProse && follower.takesProse(number)) return;
    follower.row(rowOf({ ...line, number, line: number }, follower.firstEqualTo(number)));
  });
  for await (const chunk of source) reader.push(chunk);
  reader.end();
}

/** A row that could be read when it was looked at. */
function rowOf(raw: RawRow, firstEqual: number | null): Row {
  const value = valueIn(raw.text);
  return new Row({ raw, read: { value }, hasBrokenBytes: false, firstEqual, hasEdgeWhiteSpace: true });
}

function valueIn(text: string): JsonValue {
  const value = parseJson(text);
  if (value !== undefined) return value;
  const parsed = parsePositioned(text);
  return parsed.ok ? valueOf(parsed.root) : null;
}
