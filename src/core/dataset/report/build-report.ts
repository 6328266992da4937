import type { LintedFile } from '../finding.ts';
import type { DatasetReport } from './dataset-report.ts';
import { findingsByRule, findingsToReview } from './found-in-file.ts';
import { ignoredGroups } from './ignored-groups.ts';
import type { RowCountsOfFile } from './row-counts.ts';
import { rowClusters } from './row-clusters.ts';

/** The report without the beginnings of its rows, which are taken in a second look at the file. */
export type ReportOutline = Omit<DatasetReport, 'excerpts'>;

/** @param linted by all rules, the slow ones included */
export function reportOutline(linted: LintedFile, counts: RowCountsOfFile, sha256: string): ReportOutline {
  const { path, format, rows, bytes, findings, ignored } = linted;
  return {
    version: 1,
    file: { path, format, rows, bytes, sha256 },
    findings: findingsByRule(findings),
    ...counts,
    duplicates: {
      exact: rowClusters(findings, 'exact-duplicate'),
      near: rowClusters(findings, 'near-duplicate'),
    },
    contradictions: rowClusters(findings, 'contradictory-answers'),
    review: findingsToReview(findings),
    ...(ignored === undefined ? {} : { ignored: ignoredGroups(ignored) }),
  };
}

/** The rows that the report names; row 0 is the file as a whole. */
export function namedRows(outline: ReportOutline): Set<number> {
  const { duplicates, contradictions, lengths, scripts, training } = outline;
  const groups = [
    ...outline.findings.rules.map(({ first }) => ({ first: first.map(({ row }) => row) })),
    ...lengths.flatMap(({ bins }) => bins),
    ...outline.turns,
    ...outline.roles,
    ...scripts.flatMap((each) => each.scripts),
    outline.otherScript,
    ...outline.registers,
    ...[duplicates.exact, duplicates.near, contradictions].flatMap(({ largest }) => largest),
    ...outline.review,
    ...(outline.ignored ?? []),
    training.withoutAnswer,
  ];
  const named = new Set(groups.flatMap(({ first }) => first));
  named.delete(0);
  return named;
}
