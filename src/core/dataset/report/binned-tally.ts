import type { Bin } from './dataset-report.ts';
import { FIRST_ROWS, GroupTally } from '../comparing/group-tally.ts';

/** Counts values in bins. */
export class BinnedTally {
  readonly #edges: readonly number[];
  readonly #bins: readonly GroupTally[];

  /**
   * @param edges lowest value of each bin, ascending; the last bin is open
   * @param most rows of a bin that are named
   */
  constructor(edges: readonly number[], most = FIRST_ROWS) {
    this.#edges = edges;
    this.#bins = edges.map(() => new GroupTally(most));
  }

  add(value: number, row: number): void {
    let [low, high] = [0, this.#edges.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#edges[middle] ?? 0) <= value) low = middle;
      else high = middle - 1;
    }
    this.#bins[low]?.add(row);
  }

  /** Without the empty bins before the first and after the last value. */
  bins(): Bin[] {
    const counts = this.#bins.map(({ count }) => count);
    const first = counts.findIndex((count) => count > 0);
    const last = counts.findLastIndex((count) => count > 0);
    if (first < 0) return [];
    return this.#bins.slice(first, last + 1).map((tally, n) => {
      const next = this.#edges[first + n + 1];
      return {
        from: this.#edges[first + n] ?? 0,
        to: next === undefined ? null : next - 1,
        ...tally.group(),
      };
    });
  }
}
