import type { Span } from './place.ts';
import type { RawRow } from './raw-row.ts';

/** Where a row lies without the white space of JSON around it; of a blank line all of it but its line end. */
export function wholeSpan(raw: RawRow): Span {
  const { text, offset } = raw;
  const [start, end] = trimmed(text);
  const bytes = { start: offset + start, end: offset + raw.to - raw.from - (text.length - end) };
  const { line, column } = raw;
  // A row of a JSONL file, for which this is asked always.
  if (!text.includes('\n')) {
    return { line, column: column + start, endLine: line, endColumn: column + end, ...bytes };
  }
  const to = lineAndColumn(raw, end);
  return { ...lineAndColumn(raw, start), endLine: to.line, endColumn: to.column, ...bytes };
}

/** Line and column of a UTF-16 index of the row's text. */
export function lineAndColumn(raw: RawRow, index: number): { line: number; column: number } {
  let line = raw.line;
  let lineStart = 0;
  for (let at = raw.text.indexOf('\n'); at >= 0 && at < index; at = raw.text.indexOf('\n', at + 1)) {
    line += 1;
    lineStart = at + 1;
  }
  return { line, column: (lineStart === 0 ? raw.column : 1) + index - lineStart };
}

function trimmed(text: string): [number, number] {
  let start = 0;
  let end = text.length;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  if (end === 0) return [0, text.endsWith('\r') ? text.length - 1 : text.length];
  while (isSpace(text.charCodeAt(start))) start++;
  return [start, end];
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0d || code === 0x0a;
}
