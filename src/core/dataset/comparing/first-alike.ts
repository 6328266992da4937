import { RepeatedRows } from './repeated-rows.ts';
import type { SignedRow, SignedRows } from './signed-rows.ts';

/**
 * Calls back, in order, with each row that resembles an earlier one, and with the most similar of the first rows that share a band of its
 * signature (locality-sensitive hashing). Bands are compared one after another, so that only one table is in memory at a time.
 * @param compare how alike two rows are; null if not enough
 */
export function firstAlike(
  rows: SignedRows,
  compare: (known: SignedRow, row: SignedRow) => number | null,
  onAlike: (row: number, first: number, alike: number) => void,
): void {
  /** For each row the number of the row that it resembles, from 1; 0 if there is no such row. */
  const firsts = new Int32Array(rows.count);
  const likenesses = new Float32Array(rows.count);
  const repeated = new RepeatedRows(rows.count);
  for (let band = 0; band < rows.bands; band++)
    repeated.each(rows.band(band), (n, first) => {
      const alike = first === (firsts[n] ?? 0) - 1 ? null : compare(rows.at(first), rows.at(n));
      if (alike === null || alike <= (likenesses[n] ?? 0)) return;
      firsts[n] = first + 1;
      likenesses[n] = alike;
    });
  for (const [n, first] of firsts.entries())
    if (first > 0) onAlike(rows.at(n).row, rows.at(first - 1).row, likenesses[n] ?? 0);
}
