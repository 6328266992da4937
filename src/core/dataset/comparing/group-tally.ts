/** How many rows a report names for each thing that it counts. */
export const FIRST_ROWS = 10;

/** How often something is met, in how many rows, and in which first. */
interface TalliedRows {
  readonly count: number;
  readonly rows: number;
  /** Row numbers, ascending. */
  readonly first: number[];
}

/** Counts something that is met in rows, row by row in their order; only the first rows are kept. */
export class GroupTally {
  readonly #most: number;
  #count = 0;
  #rows = 0;
  #last = -1;
  readonly #first: number[] = [];

  /** @param most rows that are kept */
  constructor(most = FIRST_ROWS) {
    this.#most = most;
  }

  /** @param count how often it is met in the row; with 0 the row does not count */
  add(row: number, count = 1): void {
    if (count === 0) return;
    this.#count += count;
    if (row === this.#last) return;
    this.#last = row;
    this.#rows += 1;
    if (this.#first.length < this.#most) this.#first.push(row);
  }

  get count(): number {
    return this.#count;
  }

  group(): TalliedRows {
    return { count: this.#count, rows: this.#rows, first: this.#first };
  }
}
