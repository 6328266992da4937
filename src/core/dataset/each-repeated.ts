import type { IntegerTable } from './integer-table.ts';

/** Some neighbouring columns of a table. */
export interface Columns {
  readonly table: IntegerTable;
  /** The first of them. */
  readonly from: number;
  readonly count: number;
}

/**
 * Calls back with each row of a table that has the same integers in some columns as an earlier one, and with the first such row; in their
 * order. Takes 8 bytes a row while it looks.
 */
export function eachRepeated(columns: Columns, visit: (row: number, first: number) => void): void {
  const firsts = firstRows(columns);
  if (firsts === null) return;
  for (let row = 0; row < firsts.length; row++) {
    const first = firsts[row] ?? 0;
    if (first !== 0) visit(row, first - 1);
  }
}

/** Of each row the number, from 1, of the first that has its integers, where that is another; null if no row has one. */
function firstRows(columns: Columns): Int32Array | null {
  const parts = new HashedParts(columns);
  const slots = new Int32Array(slotsFor(parts.longest));
  let firsts: Int32Array | null = null;
  for (let part = 0; part < parts.count; part++) {
    parts.eachRepeatedIn(part, slots, (row, first) => {
      firsts ??= new Int32Array(columns.table.count);
      firsts[row] = first + 1;
    });
  }
  return firsts;
}

/** Rows of a part: the slots of so many stay in a processor's nearest cache, where a search does not wait for memory. */
const ROWS_OF_PART = 2048;
/** So many parts can be written side by side. */
const MOST_PART_BITS = 9;

/**
 * The rows of a table in parts by their hash, since those with the same integers are in one part: a search among all rows would wait for
 * memory with each of them.
 */
class HashedParts {
  readonly #columns: Columns;
  readonly #bits: number;
  /** Where each part begins, and where the last one ends. */
  readonly #starts: Int32Array;
  /** Hash and number of each row, part by part, in the order of the table. */
  readonly #pairs: Int32Array;

  constructor(columns: Columns) {
    const rows = columns.table.count;
    this.#columns = columns;
    this.#bits = bitsFor(rows);
    this.#starts = new Int32Array(this.count + 1);
    this.#pairs = new Int32Array(rows * 2);
    this.#measure();
    this.#place();
  }

  get count(): number {
    return 1 << this.#bits;
  }

  /** Rows of the longest part. */
  get longest(): number {
    let longest = 0;
    for (let part = 0; part < this.count; part++)
      longest = Math.max(longest, (this.#starts[part + 1] ?? 0) - (this.#starts[part] ?? 0));
    return longest;
  }

  /** @param slots a power of two of them, more than the rows of the part: numbers of pairs, from 1; 0 marks a free one */
  eachRepeatedIn(part: number, slots: Int32Array, visit: (row: number, first: number) => void): void {
    const pairs = this.#pairs;
    const mask = slots.length - 1;
    const end = this.#starts[part + 1] ?? 0;
    slots.fill(0);
    for (let pair = this.#starts[part] ?? 0; pair < end; pair++) {
      const [hash, row] = [pairs[pair * 2] ?? 0, pairs[pair * 2 + 1] ?? 0];
      let at = hash & mask;
      let known = slots[at] ?? 0;
      while (known !== 0 && !this.#isSame(known - 1, pair)) {
        at = (at + 1) & mask;
        known = slots[at] ?? 0;
      }
      if (known === 0) slots[at] = pair + 1;
      else visit(row, pairs[known * 2 - 1] ?? 0);
    }
  }

  /** Says where each part begins. */
  #measure(): void {
    const starts = this.#starts;
    this.#eachHash((hash) => {
      const after = this.#partOf(hash) + 1;
      starts[after] = (starts[after] ?? 0) + 1;
    });
    for (let part = 0; part < this.count; part++)
      starts[part + 1] = (starts[part + 1] ?? 0) + (starts[part] ?? 0);
  }

  #place(): void {
    const next = this.#starts.slice();
    const pairs = this.#pairs;
    this.#eachHash((hash, row) => {
      const part = this.#partOf(hash);
      const at = next[part] ?? 0;
      pairs[at * 2] = hash;
      pairs[at * 2 + 1] = row;
      next[part] = at + 1;
    });
  }

  /** By the upper bits: the lower ones tell the slots. */
  #partOf(hash: number): number {
    return (hash >>> 16) >>> (16 - this.#bits);
  }

  #eachHash(take: (hash: number, row: number) => void): void {
    const { table, from, count } = this.#columns;
    const { width } = table;
    let row = 0;
    table.eachChunk((integers, rows) => {
      for (let at = from; at < rows * width; at += width) take(hashOf(integers, at, count), row++);
    });
  }

  #isSame(known: number, pair: number): boolean {
    const pairs = this.#pairs;
    if (pairs[known * 2] !== pairs[pair * 2]) return false;
    const { table, from, count } = this.#columns;
    const [one, other] = [pairs[known * 2 + 1] ?? 0, pairs[pair * 2 + 1] ?? 0];
    for (let n = from; n < from + count; n++) if (table.get(one, n) !== table.get(other, n)) return false;
    return true;
  }
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

function bitsFor(rows: number): number {
  let bits = 0;
  while (bits < MOST_PART_BITS && ROWS_OF_PART << bits < rows) bits += 1;
  return bits;
}

function slotsFor(rows: number): number {
  let slots = 2;
  while (slots < rows * 2) slots *= 2;
  return slots;
}
