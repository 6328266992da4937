import { severity, type Finding } from '../finding.ts';
import type { DatasetReport, RuleFindings } from './dataset-report.ts';
import { GroupTally } from './group-tally.ts';

/** Findings by rule, the gravest and most frequent first. @param findings in the order of the contract, by row */
export function findingsByRule(findings: readonly Finding[]): DatasetReport['findings'] {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const each of findings) counts[each.severity] += 1;
  const rules = [...Map.groupBy(findings, ({ rule }) => rule).values()].flatMap(summed);
  rules.sort(
    (a, b) =>
      severity.options.indexOf(a.severity) - severity.options.indexOf(b.severity) ||
      b.count - a.count ||
      (a.rule < b.rule ? -1 : 1),
  );
  return { errors: counts.error, warnings: counts.warning, infos: counts.info, rules };
}

function summed(findings: readonly Finding[]): RuleFindings[] {
  const [one] = findings;
  if (one === undefined) return [];
  const tally = new GroupTally();
  for (const { row } of findings) tally.add(row);
  const { count, rows, first: firstRows } = tally.group();
  const first = firstRows.flatMap((row) => {
    const found = findings.find((each) => each.row === row);
    return found === undefined ? [] : [{ row, message: found.message }];
  });
  return [{ rule: one.rule, severity: one.severity, count, rows, first }];
}

/** Rules whose findings a person must read, in the order of the list. */
const TO_REVIEW = ['secret', 'personal-data', 'hidden-instruction'];

/** What is to be reviewed by what it is, which the sentence of the finding tells; no value is in it. */
export function findingsToReview(findings: readonly Finding[]): DatasetReport['review'] {
  const kinds = new Map<string, { rule: string; kind: string; service: string; tally: GroupTally }>();
  for (const { rule, row, message } of findings) {
    if (!TO_REVIEW.includes(rule)) continue;
    const kind = message.id.split('.').at(-1) ?? '';
    const named = message.args?.['service'];
    const service = typeof named === 'string' ? named : '';
    const name = `${rule} ${kind} ${service}`;
    const known = kinds.get(name) ?? { rule, kind, service, tally: new GroupTally() };
    kinds.set(name, known);
    known.tally.add(row);
  }
  return [...kinds.values()]
    .map(({ tally, ...rest }) => ({ ...rest, ...tally.group() }))
    .sort((a, b) => TO_REVIEW.indexOf(a.rule) - TO_REVIEW.indexOf(b.rule) || b.count - a.count);
}
