import type { Finding, RowSummary, Severity } from './finding.ts';
import { bySeverity } from './severity-order.ts';

/** Adds to each row the gravest severity among its findings. */
export function withWorst(
  rows: readonly Omit<RowSummary, 'worst'>[],
  findings: readonly Finding[],
): RowSummary[] {
  const worst = new Map<number, Severity>();
  for (const each of findings) {
    const known = worst.get(each.row);
    if (known === undefined || bySeverity(each.severity, known) < 0) worst.set(each.row, each.severity);
  }
  return rows.map((row) => ({ ...row, worst: worst.get(row.row) ?? null }));
}
