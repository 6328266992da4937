import { doubled } from '../comparing/doubled.ts';

/** Rows that belong to one group (union-find): each group is named by its first row. Four bytes a row number. */
export class RowSets {
  #parents = new Int32Array(1024);
  #last = 0;

  /** @param row at least 1, larger than all before. */
  add(row: number): void {
    while (row >= this.#parents.length) this.#parents = doubled(this.#parents);
    this.#parents[row] = row;
    this.#last = row;
  }

  join(a: number, b: number): void {
    const [x, y] = [this.firstOf(a), this.firstOf(b)];
    if (x !== y) this.#parents[Math.max(x, y)] = Math.min(x, y);
  }

  /** The first row of the set that a row is in. */
  firstOf(row: number): number {
    const parents = this.#parents;
    let at = row;
    for (let up = parents[at] ?? at; up !== at; up = parents[at] ?? at) {
      const next = parents[up] ?? up;
      parents[at] = next;
      at = next;
    }
    return at;
  }

  /** All rows in order. */
  *rows(): Generator<number> {
    for (let row = 1; row <= this.#last; row++) if (this.#parents[row] !== 0) yield row;
  }
}
