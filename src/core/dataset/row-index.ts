import type { ColumnSet } from './column.ts';
import { datasetFormat, type DatasetFormat } from './finding.ts';
import type { Span } from './place.ts';

/** What is kept of each row until all have voted. */
export interface IndexedRow {
  readonly number: number;
  readonly span: Span;
  readonly columns: ColumnSet;
  readonly format: DatasetFormat;
}

const INTEGERS = 7;

/** The places and column sets of all rows in typed arrays: 36 bytes a row. */
export class RowIndex {
  #offsets = new Float64Array(256);
  #integers = new Int32Array(256 * INTEGERS);
  #count = 0;

  add(number: number, span: Span, columns: ColumnSet, format: DatasetFormat): void {
    if (this.#count === this.#offsets.length) this.#grow();
    const { line, column, endLine, endColumn, start, end } = span;
    const at = this.#count * INTEGERS;
    this.#offsets[this.#count] = start;
    this.#integers[at] = number;
    this.#integers[at + 1] = end - start;
    this.#integers[at + 2] = line;
    this.#integers[at + 3] = column;
    this.#integers[at + 4] = endLine;
    this.#integers[at + 5] = endColumn;
    this.#integers[at + 6] = (columns << 4) | datasetFormat.options.indexOf(format);
    this.#count += 1;
  }

  /** The rows of another format, in their order. */
  *rowsBut(format: DatasetFormat): Generator<IndexedRow> {
    const code = datasetFormat.options.indexOf(format);
    for (let n = 0; n < this.#count; n++) {
      if (((this.#integers[n * INTEGERS + 6] ?? 0) & 15) !== code) yield this.#row(n);
    }
  }

  get size(): number {
    return this.#count;
  }

  /** The row at a position, 0-based; null beyond the last one. */
  at(position: number): IndexedRow | null {
    return position >= 0 && position < this.#count ? this.#row(position) : null;
  }

  /** The position of the first row with this number or a greater one; rows were added in their order. */
  positionOf(number: number): number {
    let [low, high] = [0, this.#count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#integers[middle * INTEGERS] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The position of the last row that begins on a line or before it; -1 if there is none. */
  positionOfLine(line: number): number {
    let [low, high] = [0, this.#count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#integers[middle * INTEGERS + 2] ?? 0) <= line) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** Where the row of this number lies. */
  spanOf(number: number): Span | null {
    const row = this.at(this.positionOf(number));
    return row?.number === number ? row.span : null;
  }

  #row(n: number): IndexedRow {
    const start = this.#offsets[n] ?? 0;
    const at = n * INTEGERS;
    const [number = 0, bytes = 0, line = 0, column = 0, endLine = 0, endColumn = 0, kind = 0] =
      this.#integers.subarray(at, at + INTEGERS);
    const span = { line, column, endLine, endColumn, start, end: start + bytes };
    return { number, span, columns: kind >> 4, format: datasetFormat.options[kind & 15] ?? 'unknown' };
  }

  #grow(): void {
    const offsets = new Float64Array(this.#count * 2);
    offsets.set(this.#offsets);
    this.#offsets = offsets;
    const integers = new Int32Array(this.#count * 2 * INTEGERS);
    integers.set(this.#integers);
    this.#integers = integers;
  }
}
