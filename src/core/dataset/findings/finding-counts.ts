import type { Finding, Severity, UnlistedFindings } from './finding.ts';
import { bySeverity } from './severity-order.ts';

/** How many findings each rule has, the ones that are not listed included; in the order of each rule's first finding. */
export function countByRule(
  findings: readonly Finding[],
  unlisted: readonly UnlistedFindings[] = [],
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { rule } of findings) counts[rule] = (counts[rule] ?? 0) + 1;
  for (const { rule, count } of unlisted) counts[rule] = (counts[rule] ?? 0) + count;
  return counts;
}

/** The findings of a file. */
interface FoundInFile {
  readonly findings: readonly Finding[];
  readonly unlisted?: readonly UnlistedFindings[] | undefined;
}

/** How many findings of each severity a file has, the ones that are not listed included. */
export function countBySeverity({ findings, unlisted = [] }: FoundInFile): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const each of findings) counts[each.severity] += 1;
  for (const each of unlisted) counts[each.severity] += each.count;
  return counts;
}

/** The gravest severity among a file's findings of each rule. */
export function severityByRule({ findings, unlisted = [] }: FoundInFile): ReadonlyMap<string, Severity> {
  const found = new Map<string, Severity>();
  for (const each of findings) keepGravest(found, each);
  for (const each of unlisted) keepGravest(found, each);
  return found;
}

function keepGravest(
  found: Map<string, Severity>,
  { rule, severity }: Pick<Finding, 'rule' | 'severity'>,
): void {
  const known = found.get(rule);
  if (known === undefined || bySeverity(severity, known) < 0) found.set(rule, severity);
}

/** How many there are in all. */
export function sumOf(counted: readonly { readonly count: number }[] = []): number {
  return counted.reduce((sum, { count }) => sum + count, 0);
}
