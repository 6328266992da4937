/** Rows in a chunk: a power of two. */
const CHUNK = 1 << 14;

/** The integers of a table, as they are sent to another thread. */
export interface KeptIntegers {
  readonly chunks: readonly Int32Array[];
  readonly count: number;
}

/** Rows of 32-bit integers, millions of them, in chunks: growing copies nothing, which would take the memory of all of them again. */
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

  get count(): number {
    return this.#count;
  }

  /** Adds a row of zeros and gives its number, from 0. */
  add(): number {
    if (this.#count % CHUNK === 0) this.#chunks.push(new Int32Array(CHUNK * this.#width));
    this.#count += 1;
    return this.#count - 1;
  }

  get(row: number, column: number): number {
    return this.#chunks[Math.floor(row / CHUNK)]?.[(row % CHUNK) * this.#width + column] ?? 0;
  }

  set(row: number, column: number, value: number): void {
    const chunk = this.#chunks[Math.floor(row / CHUNK)];
    if (chunk !== undefined) chunk[(row % CHUNK) * this.#width + column] = value;
  }
}
