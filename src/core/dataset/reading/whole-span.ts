import { textMark } from '../marks/text-mark.ts';
import type { Span } from './place.ts';
import type { RawRow } from './raw-row.ts';
import { isJsonSpace } from '../json/json-space.ts';

/** Where a row lies without the white space of JSON around it; for a blank line all of it but its line end. */
export function wholeSpan(raw: RawRow): Span {
  const { text, offset } = raw;
  const [start, end] = trimmed(text);
  const { line, column } = raw;
  const from = offset + start;
  const to = offset + raw.to - raw.from - (text.length - end);
  // For a row of a JSONL file, by far the most frequent case.
  if ((raw.marks & textMark.lineEnd) === 0 || !text.includes('\n')) {
    return { line, column: column + start, endLine: line, endColumn: column + end, start: from, end: to };
  }
  const lines = new RowLines(raw);
  const first = lines.lineAndColumn(start);
  const last = lines.lineAndColumn(end);
  return { ...first, endLine: last.line, endColumn: last.column, start: from, end: to };
}

/** Tells line and column of UTF-16 indices of a row's text: rising ones in one pass, going back starts again. */
export class RowLines {
  readonly #raw: RawRow;
  #line = 0;
  #lineStart = 0;
  /** Looked for once, because a line may be as long as the file; Infinity if there is none. */
  #lineEnd: number;

  constructor(raw: RawRow) {
    this.#raw = raw;
    this.#lineEnd = this.#endFrom(0);
  }

  lineAndColumn(index: number): { line: number; column: number } {
    if (index < this.#lineStart) this.#goTo(0, 0);
    while (this.#lineEnd < index) this.#goTo(this.#line + 1, this.#lineEnd + 1);
    const { line, column } = this.#raw;
    return { line: line + this.#line, column: (this.#line === 0 ? column : 1) + index - this.#lineStart };
  }

  #goTo(line: number, start: number): void {
    this.#line = line;
    this.#lineStart = start;
    this.#lineEnd = this.#endFrom(start);
  }

  #endFrom(start: number): number {
    const found = this.#raw.text.indexOf('\n', start);
    return found < 0 ? Infinity : found;
  }
}

function trimmed(text: string): [number, number] {
  let start = 0;
  let end = text.length;
  while (end > start && isJsonSpace(text.charCodeAt(end - 1))) end--;
  if (end === 0) return [0, text.endsWith('\r') ? text.length - 1 : text.length];
  while (isJsonSpace(text.charCodeAt(start))) start++;
  return [start, end];
}
