import type { IntegerTable } from './integer-table.ts';

/** Some neighbouring columns of a table. */
export interface Columns {
  readonly table: IntegerTable;
  /** The first of them. */
  readonly from: number;
  readonly count: number;
}

/** Calls back with each row of a table that has the same integers in some columns as an earlier one, and with the first such row. */
export function eachRepeated(columns: Columns, visit: (row: number, first: number) => void): void {
  const rows = columns.table.count;
  const seen = new FirstRows(columns);
  for (let from = 0; from < rows; from += TOGETHER) {
    const to = Math.min(from + TOGETHER, rows);
    seen.fetch(from, to);
    for (let row = from; row < to; row++) {
      const first = seen.firstOf(row);
      if (first !== row) visit(row, first);
    }
  }
}

/** Rows whose slots are read side by side before they are looked at, so that the processor need not wait for one after another. */
const TOGETHER = 1024;

/** Open addressing in a power of two of slots, made for as many rows as there are. */
class FirstRows {
  readonly #columns: Columns;
  /** Numbers of rows, from 1; 0 marks a free slot. */
  readonly #slots: Int32Array;
  /** Of the rows that are looked at together, where the search for each begins. */
  readonly #homes = new Int32Array(TOGETHER);

  constructor(columns: Columns) {
    this.#columns = columns;
    let slots = TOGETHER;
    while (slots < columns.table.count * 2) slots *= 2;
    this.#slots = new Int32Array(slots);
  }

  fetch(from: number, to: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let all = 0;
    for (let row = from; row < to; row++) {
      const home = this.#hash(row) & mask;
      this.#homes[row - from] = home;
      all |= slots[home] ?? 0;
    }
    return all;
  }

  /** The first of the rows that were asked about and have the same integers: the row itself where there was none. */
  firstOf(row: number): number {
    const mask = this.#slots.length - 1;
    let at = this.#homes[row % TOGETHER] ?? 0;
    for (let known = this.#slots[at] ?? 0; known !== 0; known = this.#slots[at] ?? 0) {
      if (this.#isSame(known - 1, row)) return known - 1;
      at = (at + 1) & mask;
    }
    this.#slots[at] = row + 1;
    return row;
  }

  #hash(row: number): number {
    const { table, from, count } = this.#columns;
    let hash = 0;
    for (let n = 0; n < count; n++) {
      hash = Math.imul(hash ^ table.get(row, from + n), 0x2c1b3c6d);
      hash ^= hash >>> 15;
    }
    hash = Math.imul(hash, 0x297a2d39);
    return hash ^ (hash >>> 15);
  }

  #isSame(known: number, row: number): boolean {
    const { table, from, count } = this.#columns;
    for (let n = from; n < from + count; n++) if (table.get(known, n) !== table.get(row, n)) return false;
    return true;
  }
}
