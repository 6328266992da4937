/** Rows of 32-bit integers, one a line, in which lines take the place of others. */
export class LineTable {
  readonly #width: number;
  #data: Int32Array;
  #lines: number;

  /** @param width integers of a line. @param lines that it begins with, all of zeros */
  constructor(width: number, lines: number) {
    this.#width = width;
    this.#lines = lines;
    this.#data = new Int32Array(lines * width);
  }

  get lines(): number {
    return this.#lines;
  }

  get(line: number, column: number): number {
    return this.#data[line * this.#width + column] ?? 0;
  }

  /** Integers of a line from a column on, as they stand: not to be kept. */
  part(line: number, column: number, count: number): Int32Array {
    const at = line * this.#width + column;
    return this.#data.subarray(at, at + count);
  }

  setPart(line: number, column: number, integers: Int32Array): void {
    this.#data.set(integers, line * this.#width + column);
  }

  set(line: number, column: number, value: number): void {
    this.#data[line * this.#width + column] = value;
  }

  /** Puts lines of zeros in the place of others. */
  replace(from: number, removed: number, added: number): void {
    const [start, end] = [from * this.#width, (from + removed) * this.#width];
    const used = this.#lines * this.#width;
    const grown = (added - removed) * this.#width;
    this.#reserve(used + grown, used);
    if (grown !== 0) this.#data.copyWithin(end + grown, end, used);
    this.#data.fill(0, start, end + grown);
    this.#lines += added - removed;
  }

  #reserve(wanted: number, used: number): void {
    if (wanted <= this.#data.length) return;
    const data = new Int32Array(wanted + (wanted >> 1));
    data.set(this.#data.subarray(0, used));
    this.#data = data;
  }
}
