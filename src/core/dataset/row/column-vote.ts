import type { ColumnSet } from './column.ts';
import { datasetFormat, type DatasetFormat } from '../findings/finding.ts';

/** Formats take four bits. */
const FORMAT = 15;
const COLUMNS = 4;

/** Counts which columns the rows of each format have. */
export class ColumnVote {
  readonly #counts = new Map<number, number>();

  add(format: DatasetFormat, columns: ColumnSet, count = 1): void {
    const key = (columns << COLUMNS) | datasetFormat.options.indexOf(format);
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + count);
  }

  /** The columns of most rows of a format, the same whatever the order of the rows; none if there is no such row. */
  winner(format: DatasetFormat): ColumnSet {
    const code = datasetFormat.options.indexOf(format);
    let [best, most] = [0, 0];
    for (const [key, count] of this.#counts) {
      if ((key & FORMAT) !== code || count < most || (count === most && key > best)) continue;
      [best, most] = [key, count];
    }
    return most === 0 ? 0 : best >> COLUMNS;
  }
}
