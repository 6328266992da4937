/** The numbers of the rows of a file, which blank lines leave gaps in. Four bytes a row. */
export class RowNumbers {
  #numbers = new Uint32Array(1024);
  #length = 0;

  add(number: number): void {
    if (this.#length === this.#numbers.length) {
      const larger = new Uint32Array(this.#numbers.length * 2);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.#length] = number;
    this.#length += 1;
  }

  /** In the order in which they were added. */
  all(): number[] {
    return Array.from(this.#numbers.subarray(0, this.#length));
  }
}
