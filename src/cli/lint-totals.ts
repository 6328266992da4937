import type { LintedFile } from '../core/dataset/finding.ts';

/** How many files, rows and findings of each severity there are. */
export interface LintTotals {
  readonly files: number;
  readonly rows: number;
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly ignored: number;
}

export const noFindings: LintTotals = {
  files: 0,
  rows: 0,
  error: 0,
  warning: 0,
  info: 0,
  ignored: 0,
};

export function addFile(totals: LintTotals, linted: LintedFile): LintTotals {
  const { files, rows } = totals;
  return { ...addFindings(totals, linted), files: files + 1, rows: rows + linted.rows };
}

/** As `addFile`, of a file that is no dataset. */
export function addFindings(totals: LintTotals, { findings, ignored = [] }: LintedFile): LintTotals {
  const counts = { error: totals.error, warning: totals.warning, info: totals.info };
  for (const { severity } of findings) counts[severity] += 1;
  return { ...totals, ...counts, ignored: totals.ignored + ignored.length };
}
