import { findValue } from '../dataset/json/find-value.ts';
import { rawIndex, type Path } from '../dataset/json/locate.ts';
import { commonEnds } from './common-ends.ts';

/** What to put in place of a stretch of a row's JSON text; UTF-16 indices, end exclusive. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The smallest change of a row's JSON text that makes a string of it another: what the two have in common at both ends stays as it
 * is written, escapes and all.
 * @param row text that is known to be JSON; @returns null if there is no string at the path
 */
export function changeString(row: string, path: Path, after: string): TextChange | null {
  const found = findValue(row, path);
  if (found === null || row[found.start] !== '"') return null;
  const before = JSON.parse(row.slice(found.start, found.end)) as string;
  const { head, tail } = commonEnds(before, after);
  const written = JSON.stringify(after.slice(head, after.length - tail)).slice(1, -1);
  return {
    start: rawIndex(row, found.start, head),
    end: rawIndex(row, found.start, before.length - tail),
    text: isAsciiAlone(row)
      ? written.replaceAll(BEYOND_ASCII, escaped)
      : written.replaceAll(LINE_ENDS, escaped),
  };
}

const BEYOND_ASCII = /[\u0080-\uffff]/g;
/** JSON allows them as they are; editors take them for line ends. */
const LINE_ENDS = /[\u2028\u2029]/g;
const ESCAPE_BEYOND_ASCII = /\\u(?!00[0-7])[0-9a-fA-F]{4}/;

/** Whether a row is written as Python's `json.dumps` does without `ensure_ascii=False`. */
function isAsciiAlone(row: string): boolean {
  return ESCAPE_BEYOND_ASCII.test(row) && row.search(BEYOND_ASCII) < 0;
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
