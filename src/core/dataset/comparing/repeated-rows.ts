import type { IntegerTable } from './integer-table.ts';

/** Some neighbouring columns of a table. */
export interface Columns {
  readonly table: IntegerTable;
  /** The first of them. */
  readonly from: number;
  readonly count: number;
}

/** Is shown a row that has the same integers as an earlier one, and the first such row. */
export type OnRepeated = (row: number, first: number) => void;

/** Rows of a part: the slots of so many stay in a processor's nearest cache, where a search does not wait for memory. */
const ROWS_OF_PART = 2048;
/** So many parts can be written side by side. */
const MOST_PART_BITS = 9;

/**
 * Looks for rows with the same integers in tables of one length. Rows are put into parts by their hash, since those with the same integers
 * are in one part: a search among all rows would wait for memory with each of them. Takes 8 bytes a row.
 */
export class RepeatedRows {
  readonly #bits: number;
  /** Where each part begins, and where the last one ends. */
  readonly #starts: Int32Array;
  /** Where the next row of a part goes. */
  readonly #next: Int32Array;
  /** Hash and number of each row, part by part, in the order of the table. */
  readonly #pairs: Int32Array;
  /** Numbers of pairs of one part, from 1; 0 marks a free slot. */
  #slots = new Int32Array(2);

  /** @param rows that each of the tables has */
  constructor(rows: number) {
    this.#bits = bitsFor(rows);
    this.#starts = new Int32Array(this.#parts + 1);
    this.#next = new Int32Array(this.#parts);
    this.#pairs = new Int32Array(rows * 2);
  }

  /**
   * Calls back with each row that repeats an earlier one: rows with the same integers in their order, different ones in no particular
   * order.
   */
  each(columns: Columns, visit: OnRepeated): void {
    this.#measure(columns);
    this.#place(columns);
    for (let part = 0; part < this.#parts; part++) this.#eachOf(part, columns, visit);
  }

  get #parts(): number {
    return 1 << this.#bits;
  }

  /** Says where each part begins. */
  #measure(columns: Columns): void {
    const starts = this.#starts;
    starts.fill(0);
    eachHash(columns, (hash) => {
      const after = this.#partOf(hash) + 1;
      starts[after] = (starts[after] ?? 0) + 1;
    });
    for (let part = 0; part < this.#parts; part++)
      starts[part + 1] = (starts[part + 1] ?? 0) + (starts[part] ?? 0);
  }

  #place(columns: Columns): void {
    const next = this.#next;
    const pairs = this.#pairs;
    next.set(this.#starts.subarray(0, this.#parts));
    eachHash(columns, (hash, row) => {
      const part = this.#partOf(hash);
      const at = next[part] ?? 0;
      pairs[at * 2] = hash;
      pairs[at * 2 + 1] = row;
      next[part] = at + 1;
    });
  }

  #eachOf(part: number, columns: Columns, visit: OnRepeated): void {
    const pairs = this.#pairs;
    const [start, end] = [this.#starts[part] ?? 0, this.#starts[part + 1] ?? 0];
    const slots = this.#freeSlots(end - start);
    const mask = slots.length - 1;
    for (let pair = start; pair < end; pair++) {
      let at = (pairs[pair * 2] ?? 0) & mask;
      let known = slots[at] ?? 0;
      while (known !== 0 && !this.#isSame(columns, known - 1, pair)) {
        at = (at + 1) & mask;
        known = slots[at] ?? 0;
      }
      if (known === 0) slots[at] = pair + 1;
      else visit(pairs[pair * 2 + 1] ?? 0, pairs[known * 2 - 1] ?? 0);
    }
  }

  /** A power of two of them, half of them for the rows of a part at most. */
  #freeSlots(rows: number): Int32Array {
    let count = 2;
    while (count < rows * 2) count *= 2;
    if (count > this.#slots.length) this.#slots = new Int32Array(count);
    return this.#slots.subarray(0, count).fill(0);
  }

  #isSame({ table, from, count }: Columns, known: number, pair: number): boolean {
    const pairs = this.#pairs;
    if (pairs[known * 2] !== pairs[pair * 2]) return false;
    const [one, other] = [pairs[known * 2 + 1] ?? 0, pairs[pair * 2 + 1] ?? 0];
    for (let n = from; n < from + count; n++) if (table.get(one, n) !== table.get(other, n)) return false;
    return true;
  }

  /** By the upper bits: the lower ones tell the slots. */
  #partOf(hash: number): number {
    return (hash >>> 16) >>> (16 - this.#bits);
  }
}

function bitsFor(rows: number): number {
  let bits = 0;
  while (bits < MOST_PART_BITS && ROWS_OF_PART << bits < rows) bits += 1;
  return bits;
}

function eachHash({ table, from, count }: Columns, take: (hash: number, row: number) => void): void {
  const { width } = table;
  let row = 0;
  table.eachChunk((integers, rows) => {
    for (let at = from; at < rows * width; at += width) take(hashOf(integers, at, count), row++);
  });
}

function hashOf(integers: Int32Array, from: number, count: number): number {
  let hash = 0;
  for (let n = from; n < from + count; n++) {
    hash = Math.imul(hash ^ (integers[n] ?? 0), 0x2c1b3c6d);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash, 0x297a2d39);
  return hash ^ (hash >>> 15);
}
