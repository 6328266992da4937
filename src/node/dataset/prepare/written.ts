import type { Prepared } from '../../../core/dataset/prepare/preparation.ts';
import type { PreparationResult } from '../../../core/dataset/prepare/preparation-result.ts';
import { preparedNotes } from '../../../core/dataset/prepare/prepared-notes.ts';
import { preparedSummary } from '../../../core/dataset/prepare/prepared-summary.ts';

/** The end of a preparation that made files. */
export function written(result: PreparationResult, files: readonly string[]): Prepared {
  return {
    kind: 'written',
    summary: preparedSummary(result),
    notes: preparedNotes(result),
    files: [...files],
  };
}
