import type { ColumnSet } from '../row/column.ts';
import { datasetFormat, type DatasetFormat } from '../findings/finding.ts';
import type { UsualRow } from '../row/format-vote.ts';
import { firstFrom } from './first-from.ts';
import { IntegerTable, type KeptIntegers } from './integer-table.ts';
import type { Span } from '../reading/place.ts';
import { promptKind, type PromptKind } from '../row/row-format.ts';

/** Where a row lies and what it is. */
export interface IndexedRow {
  readonly number: number;
  readonly span: Span;
  readonly columns: ColumnSet;
  /** Null for a value that is no object. */
  readonly format: DatasetFormat | null;
  /** Nothing but prose, in the same columns as the first such row (`Row.proseColumns`); said only in records for other threads. */
  readonly isProse: boolean;
}

export interface IndexedObject extends IndexedRow {
  readonly format: DatasetFormat;
}

/** What is kept of a row; the offset in two parts, because a file may have more bytes than 32 bits count. */
const COLUMN = { number: 0, low: 1, high: 2, bytes: 3, place: 4, kind: 5 } as const;
const WIDTH = 6;
/** Formats take four bits, all of them set where the row is no object; the next one says that it is no line from its first column on. */
const FORMAT = 15;
const ELSEWHERE = 16;
const PROSE = 32;
const COLUMNS = 6;

/** What is kept besides of a row that is no line, or does not begin one. */
const ELSE = { line: 0, column: 1, endLine: 2, endColumn: 3 } as const;
const ELSE_WIDTH = 4;

/** The places and column sets of all rows: 24 bytes for a line of a JSONL file, 40 for the element of an array. */
export class RowIndex {
  readonly #table: IntegerTable;
  readonly #elsewhere: IntegerTable;
  /** The row that is added next. */
  readonly #row = new Int32Array(WIDTH);

  /** @param kept what another index has kept */
  constructor(kept?: KeptIndex) {
    this.#table = new IntegerTable(WIDTH, kept?.table);
    this.#elsewhere = new IntegerTable(ELSE_WIDTH, kept?.elsewhere);
  }

  /** All that it keeps, to be sent to another thread. */
  get kept(): KeptIndex {
    return { table: this.#table.kept, elsewhere: this.#elsewhere.kept };
  }

  add({ number, span, columns, format }: Omit<IndexedRow, 'isProse'>, isProse: boolean): void {
    const isLine = span.line === number && span.endLine === number && span.column === 1;
    const row = this.#row;
    row[COLUMN.number] = number;
    row[COLUMN.low] = span.start % LOW;
    row[COLUMN.high] = Math.floor(span.start / LOW);
    row[COLUMN.bytes] = span.end - span.start;
    row[COLUMN.place] = isLine ? span.endColumn : this.#addElsewhere(span);
    row[COLUMN.kind] =
      (columns << COLUMNS) | (isProse ? PROSE : 0) | (isLine ? 0 : ELSEWHERE) | codeOf(format);
    this.#table.append(row);
  }

  /** Adds all rows of an index of lines, numbered as if these began the file. @param lines that stand before them */
  addAll(others: KeptIndex, lines: number): void {
    const [first, before] = [this.#table.count, this.#elsewhere.count];
    this.#table.appendAll(others.table);
    for (let n = first; n < this.#table.count; n++) {
      this.#table.set(n, COLUMN.number, this.#table.get(n, COLUMN.number) + lines);
      if ((this.#table.get(n, COLUMN.kind) & ELSEWHERE) !== 0)
        this.#table.set(n, COLUMN.place, this.#table.get(n, COLUMN.place) + before);
    }
    this.#elsewhere.appendAll(others.elsewhere);
    for (let n = before; n < this.#elsewhere.count; n++) {
      this.#elsewhere.set(n, ELSE.line, this.#elsewhere.get(n, ELSE.line) + lines);
      this.#elsewhere.set(n, ELSE.endLine, this.#elsewhere.get(n, ELSE.endLine) + lines);
    }
  }

  #addElsewhere({ line, column, endLine, endColumn }: LinesAndColumns): number {
    const place = this.#elsewhere.add();
    this.#elsewhere.set(place, ELSE.line, line);
    this.#elsewhere.set(place, ELSE.column, column);
    this.#elsewhere.set(place, ELSE.endLine, endLine);
    this.#elsewhere.set(place, ELSE.endColumn, endColumn);
    return place;
  }

  /** The objects that are something else, in their order. */
  *rowsBut({ format, prompt }: Pick<UsualRow, 'format' | 'prompt'>): Generator<IndexedObject> {
    for (let n = 0; n < this.#table.count; n++) {
      const found = this.formatAt(n);
      if (found === null) continue;
      if (found !== format || (this.promptAt(n) ?? prompt) !== prompt)
        yield { ...this.#rowAt(n), format: found };
    }
  }

  /** The number of the row at a position. */
  numberAt(position: number): number {
    return this.#table.get(position, COLUMN.number);
  }

  /** The format of the row at a position; null for a value that is no object. */
  formatAt(position: number): DatasetFormat | null {
    return datasetFormat.options[this.#table.get(position, COLUMN.kind) & FORMAT] ?? null;
  }

  /** What the prompt of the row at a position is made of; null for a row without prompt and completion. */
  promptAt(position: number): PromptKind | null {
    const format = this.formatAt(position);
    return format === null ? null : promptKind(format, this.columnsAt(position));
  }

  /** The columns of the row at a position. */
  columnsAt(position: number): ColumnSet {
    return this.#table.get(position, COLUMN.kind) >> COLUMNS;
  }

  /** The numbers of all rows, in their order. */
  eachNumber(take: (number: number) => void): void {
    for (let n = 0; n < this.#table.count; n++) take(this.#table.get(n, COLUMN.number));
  }

  get size(): number {
    return this.#table.count;
  }

  /** The row at a position, 0-based; null beyond the last one. */
  at(position: number): IndexedRow | null {
    return position >= 0 && position < this.#table.count ? this.#rowAt(position) : null;
  }

  /** The position of the first row with this number or a greater one; rows were added in their order. */
  positionOf(number: number): number {
    return firstFrom(this.#table.count, (row) => this.#table.get(row, COLUMN.number) >= number);
  }

  /** The position of the last row that begins on a line or before it; -1 if there is none. */
  positionOfLine(line: number): number {
    return firstFrom(this.#table.count, (row) => this.#rowAt(row).span.line > line) - 1;
  }

  /** Where the row of this number lies. */
  spanOf(number: number): Span | null {
    const row = this.at(this.positionOf(number));
    return row?.number === number ? row.span : null;
  }

  #rowAt(n: number): IndexedRow {
    const number = this.#table.get(n, COLUMN.number);
    const kind = this.#table.get(n, COLUMN.kind);
    return {
      number,
      span: { ...this.#linesAndColumns(n, number, kind), ...this.#bytes(n) },
      columns: kind >> COLUMNS,
      format: datasetFormat.options[kind & FORMAT] ?? null,
      isProse: (kind & PROSE) !== 0,
    };
  }

  #linesAndColumns(n: number, number: number, kind: number): LinesAndColumns {
    const place = this.#table.get(n, COLUMN.place);
    if ((kind & ELSEWHERE) === 0) return { line: number, column: 1, endLine: number, endColumn: place };
    return {
      line: this.#elsewhere.get(place, ELSE.line),
      column: this.#elsewhere.get(place, ELSE.column),
      endLine: this.#elsewhere.get(place, ELSE.endLine),
      endColumn: this.#elsewhere.get(place, ELSE.endColumn),
    };
  }

  #bytes(n: number): Pick<Span, 'start' | 'end'> {
    const start = this.#table.get(n, COLUMN.high) * LOW + this.#table.get(n, COLUMN.low);
    return { start, end: start + this.#table.get(n, COLUMN.bytes) };
  }
}

type LinesAndColumns = Omit<Span, 'start' | 'end'>;

const LOW = 2 ** 31;

/** What an index keeps, as it is sent to another thread. */
export interface KeptIndex {
  readonly table: KeptIntegers;
  readonly elsewhere: KeptIntegers;
}

/** A place in a file with more lines before it. */
export function movedSpan(span: Span, lines: number): Span {
  return { ...span, line: span.line + lines, endLine: span.endLine + lines };
}

function codeOf(format: DatasetFormat | null): number {
  return format === null ? FORMAT : datasetFormat.options.indexOf(format);
}
