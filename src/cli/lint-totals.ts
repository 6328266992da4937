import type { LintedFile } from '../core/dataset/finding.ts';

/** How many files, rows and findings of each severity there are. */
export interface LintTotals {
  readonly files: number;
  readonly rows: number;
  readonly error: number;
  readonly warning: number;
  readonly info: number;
}

export const noFindings: LintTotals = { files: 0, rows: 0, error: 0, warning: 0, info: 0 };

export function addFile(totals: LintTotals, { rows, findings }: LintedFile): LintTotals {
  const counts = { error: totals.error, warning: totals.warning, info: totals.info };
  for (const { severity } of findings) counts[severity] += 1;
  return { files: totals.files + 1, rows: totals.rows + rows, ...counts };
}
