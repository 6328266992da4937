import { severity, type Finding, type RowSummary, type Severity } from './finding.ts';

const SEVERITIES = severity.options;

/** Says of each row how grave the gravest of its findings is. */
export function withWorst(
  rows: readonly Omit<RowSummary, 'worst'>[],
  findings: readonly Finding[],
): RowSummary[] {
  const worst = new Map<number, Severity>();
  for (const each of findings) {
    const known = worst.get(each.row);
    if (known === undefined || SEVERITIES.indexOf(each.severity) < SEVERITIES.indexOf(known))
      worst.set(each.row, each.severity);
  }
  return rows.map((row) => ({ ...row, worst: worst.get(row.row) ?? null }));
}
