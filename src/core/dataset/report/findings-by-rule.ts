import { countBySeverity, severityByRule, sumOf } from '../findings/finding-counts.ts';
import type { Finding, UnlistedFindings } from '../findings/finding.ts';
import { bySeverity } from '../findings/severity-order.ts';
import type { DatasetReport, RuleFindings } from './dataset-report.ts';
import { groupOf } from './group-of.ts';
import { FIRST_ROWS } from '../comparing/group-tally.ts';

/**
 * Findings by rule, the gravest and most frequent first.
 * @param findings in the order of `byPlace`
 * @param most rows that are named of each rule
 * @param unlisted findings that are counted alone: nothing is known of their rows
 */
export function findingsByRule(
  findings: readonly Finding[],
  most = FIRST_ROWS,
  unlisted: readonly UnlistedFindings[] = [],
): DatasetReport['findings'] {
  const counts = countBySeverity({ findings, unlisted });
  const listed = [...Map.groupBy(findings, ({ rule }) => rule).values()].flatMap((each) =>
    summed(each, most),
  );
  const gravest = severityByRule({ findings, unlisted });
  const rules = withUnlisted(listed, unlisted).map((each) => ({
    ...each,
    severity: gravest.get(each.rule) ?? each.severity,
  }));
  rules.sort((a, b) => bySeverity(a.severity, b.severity) || b.count - a.count || (a.rule < b.rule ? -1 : 1));
  const sum = { errors: counts.error, warnings: counts.warning, infos: counts.info };
  return unlisted.length === 0 ? { ...sum, rules } : { ...sum, rules, unlisted: sumOf(unlisted) };
}

function withUnlisted(
  listed: readonly RuleFindings[],
  unlisted: readonly UnlistedFindings[],
): RuleFindings[] {
  const more = new Map<string, UnlistedFindings>();
  for (const each of unlisted)
    more.set(each.rule, { ...each, count: each.count + (more.get(each.rule)?.count ?? 0) });
  const rules = listed.map((each) => ({ ...each, count: each.count + (more.get(each.rule)?.count ?? 0) }));
  for (const { rule } of listed) more.delete(rule);
  for (const { rule, severity: grave, count } of more.values())
    rules.push({ rule, severity: grave, count, rows: 0, first: [] });
  return rules;
}

function summed(findings: readonly Finding[], most: number): RuleFindings[] {
  const [one] = findings;
  if (one === undefined) return [];
  const { count, rows } = groupOf(findings, most);
  const firstOfRow = new Map<number, Finding>();
  for (const found of findings) {
    if (firstOfRow.size === most) break;
    if (!firstOfRow.has(found.row)) firstOfRow.set(found.row, found);
  }
  const first = [...firstOfRow.values()].map(({ row, message }) => ({ row, message }));
  return [{ rule: one.rule, severity: one.severity, count, rows, first }];
}
