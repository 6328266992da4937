import type { ColumnSet } from './column.ts';
import { datasetFormat, type DatasetFormat } from './finding.ts';
import { IntegerTable } from './integer-table.ts';
import type { Span } from './place.ts';

/** What is kept of each row until all have voted. */
export interface IndexedRow {
  readonly number: number;
  readonly span: Span;
  readonly columns: ColumnSet;
  readonly format: DatasetFormat;
}

/** What is kept of a row; the offset in two parts, because a file may have more bytes than 32 bits count. */
const COLUMN = { number: 0, low: 1, high: 2, bytes: 3, place: 4, kind: 5 } as const;
const WIDTH = 6;
/** Formats take four bits, the next one says that the row is no line from its first column on. */
const FORMAT = 15;
const ELSEWHERE = 16;
const COLUMNS = 5;

/** The places and column sets of all rows: 24 bytes for a line of a JSONL file. */
export class RowIndex {
  readonly #table = new IntegerTable(WIDTH);
  /** Spans of rows that are no lines, or do not begin one. */
  readonly #elsewhere: Span[] = [];

  add(number: number, span: Span, columns: ColumnSet, format: DatasetFormat): void {
    const isLine = span.line === number && span.endLine === number && span.column === 1;
    const kind = (columns << COLUMNS) | (isLine ? 0 : ELSEWHERE) | datasetFormat.options.indexOf(format);
    const row = this.#table.add();
    this.#table.set(row, COLUMN.number, number);
    this.#table.set(row, COLUMN.low, span.start % LOW);
    this.#table.set(row, COLUMN.high, Math.floor(span.start / LOW));
    this.#table.set(row, COLUMN.bytes, span.end - span.start);
    this.#table.set(row, COLUMN.place, isLine ? span.endColumn : this.#elsewhere.push(span) - 1);
    this.#table.set(row, COLUMN.kind, kind);
  }

  /** The rows of another format, in their order. */
  *rowsBut(format: DatasetFormat): Generator<IndexedRow> {
    const code = datasetFormat.options.indexOf(format);
    for (let n = 0; n < this.#table.count; n++) {
      if ((this.#table.get(n, COLUMN.kind) & FORMAT) !== code) yield this.#row(n);
    }
  }

  /** Where the row of this number lies; rows were added in their order. */
  spanOf(number: number): Span | null {
    const { count } = this.#table;
    let [low, high] = [0, count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#table.get(middle, COLUMN.number) < number) low = middle + 1;
      else high = middle;
    }
    return low < count && this.#table.get(low, COLUMN.number) === number ? this.#row(low).span : null;
  }

  #row(n: number): IndexedRow {
    const number = this.#table.get(n, COLUMN.number);
    const kind = this.#table.get(n, COLUMN.kind);
    const span =
      (kind & ELSEWHERE) === 0 ? this.#line(n, number) : this.#elsewhere[this.#table.get(n, COLUMN.place)];
    if (span === undefined) throw new RangeError(`No row at ${n}`);
    return {
      number,
      span,
      columns: kind >> COLUMNS,
      format: datasetFormat.options[kind & FORMAT] ?? 'unknown',
    };
  }

  #line(n: number, line: number): Span {
    const start = this.#table.get(n, COLUMN.high) * LOW + this.#table.get(n, COLUMN.low);
    const end = start + this.#table.get(n, COLUMN.bytes);
    return { line, column: 1, endLine: line, endColumn: this.#table.get(n, COLUMN.place), start, end };
  }
}

const LOW = 2 ** 31;
