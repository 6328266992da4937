import { countBySeverity, sumOf } from '../core/dataset/findings/finding-counts.ts';
import type { LintedFile } from '../core/dataset/findings/finding.ts';

/** How many files, rows and findings of each severity there are; `unlisted` are those that were too many to be listed. */
export interface LintTotals {
  readonly files: number;
  readonly rows: number;
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly ignored: number;
  readonly unlisted: number;
}

export const noFindings: LintTotals = {
  files: 0,
  rows: 0,
  error: 0,
  warning: 0,
  info: 0,
  ignored: 0,
  unlisted: 0,
};

export function addFile(totals: LintTotals, linted: LintedFile): LintTotals {
  const { files, rows } = totals;
  return { ...addFindings(totals, linted), files: files + 1, rows: rows + linted.rows };
}

/** As `addFile`, of a file that is no dataset. */
export function addFindings(totals: LintTotals, linted: LintedFile): LintTotals {
  const { ignored = [], unlisted, unlistedIgnored } = linted;
  const { error, warning, info } = countBySeverity(linted);
  return {
    ...totals,
    error: totals.error + error,
    warning: totals.warning + warning,
    info: totals.info + info,
    ignored: totals.ignored + ignored.length + sumOf(unlistedIgnored),
    unlisted: totals.unlisted + sumOf(unlisted),
  };
}
