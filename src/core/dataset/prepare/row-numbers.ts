import { doubled } from '../comparing/doubled.ts';

/** The numbers of the rows of a file, which blank lines leave gaps in. Four bytes a row. */
export class RowNumbers {
  #numbers = new Uint32Array(1024);
  #length = 0;

  add(number: number): void {
    if (this.#length === this.#numbers.length) this.#numbers = doubled(this.#numbers);
    this.#numbers[this.#length] = number;
    this.#length += 1;
  }

  /** In the order in which they were added. */
  all(): number[] {
    return Array.from(this.#numbers.subarray(0, this.#length));
  }
}
