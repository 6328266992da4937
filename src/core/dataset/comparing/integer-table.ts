/** Rows in a chunk: a power of two. */
const BITS = 14;
const CHUNK = 1 << BITS;
const MASK = CHUNK - 1;
const NONE = new Int32Array(0);

/** The integers of a table, as they are sent to another thread. */
export interface KeptIntegers {
  readonly chunks: readonly Int32Array[];
  readonly count: number;
}

/** Millions of rows of 32-bit integers, in chunks: growing must not copy, which would take the memory of all of them again. */
export class IntegerTable {
  readonly #width: number;
  readonly #chunks: Int32Array[];
  #count: number;

  /** @param width integers in a row. @param kept what another table of this width has kept */
  constructor(width: number, kept: KeptIntegers = { chunks: [], count: 0 }) {
    this.#width = width;
    this.#chunks = [...kept.chunks];
    this.#count = kept.count;
  }

  /** All that it keeps. */
  get kept(): KeptIntegers {
    return { chunks: this.#chunks, count: this.#count };
  }

  /** Integers in a row. */
  get width(): number {
    return this.#width;
  }

  get count(): number {
    return this.#count;
  }

  /** Adds a row of zeros and gives its number, from 0. */
  add(): number {
    this.#room();
    this.#count += 1;
    return this.#count - 1;
  }

  /** Adds a row. @param from index of its first integer */
  append(integers: Int32Array, from = 0): number {
    const chunk = this.#room();
    const at = (this.#count & MASK) * this.#width;
    for (let n = 0; n < this.#width; n++) chunk[at + n] = integers[from + n] ?? 0;
    this.#count += 1;
    return this.#count - 1;
  }

  /** Adds all rows of a table of the same width. */
  appendAll({ chunks, count }: KeptIntegers): void {
    const width = this.#width;
    for (let row = 0; row < count;) {
      const room = this.#room();
      const [from, to] = [row & MASK, this.#count & MASK];
      const rows = Math.min(CHUNK - from, CHUNK - to, count - row);
      const added = chunks[row >>> BITS]?.subarray(from * width, (from + rows) * width);
      if (added !== undefined) room.set(added, to * width);
      this.#count += rows;
      row += rows;
    }
  }

  /** Calls back with the integers of many rows at a time: `rows` of them stand from the beginning of the array, which must not be kept. */
  eachChunk(visit: (integers: Int32Array, rows: number) => void): void {
    for (let n = 0; n * CHUNK < this.#count; n++) {
      const chunk = this.#chunks[n];
      if (chunk !== undefined) visit(chunk, Math.min(CHUNK, this.#count - n * CHUNK));
    }
  }

  /** The integers of a row, not copied: not to be written into. */
  row(row: number): Int32Array {
    const at = (row & MASK) * this.#width;
    return this.#chunks[row >>> BITS]?.subarray(at, at + this.#width) ?? NONE;
  }

  get(row: number, column: number): number {
    return this.#chunks[row >>> BITS]?.[(row & MASK) * this.#width + column] ?? 0;
  }

  set(row: number, column: number, value: number): void {
    const chunk = this.#chunks[row >>> BITS];
    if (chunk !== undefined) chunk[(row & MASK) * this.#width + column] = value;
  }

  /** The chunk that the next row goes into. */
  #room(): Int32Array {
    const last = this.#chunks.at(-1);
    if (last !== undefined && (this.#count & MASK) !== 0) return last;
    const made = new Int32Array(CHUNK * this.#width);
    this.#chunks.push(made);
    return made;
  }
}
