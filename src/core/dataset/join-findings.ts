import { countByRule } from './count-by-rule.ts';
import { severity, type Finding, type LintedFile, type RowSummary } from './finding.ts';
import { byPlace } from './finding-order.ts';

const SEVERITIES = severity.options;

/** What other rules found in the same file, added to what is known of it. */
export function joinFindings(linted: LintedFile, others: LintedFile | null): LintedFile {
  if (others === null) return linted;
  const ignored = [...(linted.ignored ?? []), ...(others.ignored ?? [])];
  const findings = linted.findings.concat(others.findings).sort(byPlace);
  const { summaries } = linted;
  return {
    ...linted,
    findings,
    counts: countByRule(findings),
    ...(ignored.length === 0 ? {} : { ignored }),
    ...(summaries === undefined ? {} : { summaries: withWorst(summaries, others.findings) }),
  };
}

function withWorst(summaries: RowSummary[], found: readonly Finding[]): RowSummary[] {
  if (found.length === 0) return summaries;
  const worst = new Map<number, number>();
  for (const each of found) {
    const rank = SEVERITIES.indexOf(each.severity);
    worst.set(each.row, Math.min(rank, worst.get(each.row) ?? rank));
  }
  return summaries.map((summary) => {
    const rank = worst.get(summary.row);
    if (rank === undefined) return summary;
    const known = summary.worst === null ? rank : SEVERITIES.indexOf(summary.worst);
    return { ...summary, worst: SEVERITIES[Math.min(rank, known)] ?? null };
  });
}
