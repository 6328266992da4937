/** Rows in a chunk: a power of two. */
const CHUNK = 1 << 14;

/** Rows of 32-bit integers, millions of them, in chunks: growing copies nothing, which would take the memory of all of them again. */
export class IntegerTable {
  readonly #width: number;
  readonly #chunks: Int32Array[] = [];
  #count = 0;

  /** @param width integers in a row */
  constructor(width: number) {
    this.#width = width;
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
