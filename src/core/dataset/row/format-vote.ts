import type { ColumnSet } from './column.ts';
import { datasetFormat, type DatasetFormat } from '../findings/finding.ts';
import type { PromptKind } from './row-format.ts';

/** What most rows of a file are. */
export interface UsualRow {
  readonly format: DatasetFormat;
  readonly prompt: PromptKind;
  /** Of most rows of that format, where it leaves a choice of columns; else none. */
  readonly columns: ColumnSet;
}

/** Counts the formats of rows and says which one the file has. */
export class FormatVote {
  readonly #counts = new Map<DatasetFormat, number>();

  add(format: DatasetFormat, count = 1): void {
    this.#counts.set(format, (this.#counts.get(format) ?? 0) + count);
  }

  get counts(): ReadonlyMap<DatasetFormat, number> {
    return this.#counts;
  }

  /**
   * The format of most rows, a tie going to the first in the list. Rows of unknown format are no candidates, since a row that
   * lacks a column must not outvote those that have it; the file is unknown only if four in five rows are.
   */
  winner(): DatasetFormat {
    let best: DatasetFormat = 'unknown';
    let most = 0;
    let known = 0;
    for (const format of datasetFormat.options) {
      if (format === 'unknown') continue;
      const count = this.#counts.get(format) ?? 0;
      known += count;
      if (count > most) [best, most] = [format, count];
    }
    return (this.#counts.get('unknown') ?? 0) > 4 * known ? 'unknown' : best;
  }
}
