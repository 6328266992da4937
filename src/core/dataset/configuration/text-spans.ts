import type { Span } from '../reading/place.ts';

/** Places in a text that is held whole, by UTF-16 indices; without its byte order mark. */
export class TextSpans {
  readonly #text: string;
  readonly #encoder = new TextEncoder();

  constructor(text: string) {
    this.#text = text;
  }

  of(start: number, end: number): Span {
    const from = this.#lineAndColumn(start);
    // a parser may include the line end, which is not part of the span
    const last = start + this.#text.slice(start, end).trimEnd().length;
    const to = this.#lineAndColumn(last);
    return {
      ...from,
      endLine: to.line,
      endColumn: to.column,
      start: this.#byteOf(start),
      end: this.#byteOf(last),
    };
  }

  #lineAndColumn(index: number): { line: number; column: number } {
    const before = this.#text.slice(0, index);
    const lineStart = before.lastIndexOf('\n') + 1;
    return { line: before.split('\n').length, column: index - lineStart + 1 };
  }

  #byteOf(index: number): number {
    return this.#encoder.encode(this.#text.slice(0, index)).length;
  }
}
