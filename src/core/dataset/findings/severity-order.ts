import type { Severity } from './finding.ts';

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** To sort by: below 0 if the first is graver than the second. */
export function bySeverity(a: Severity, b: Severity): number {
  return RANK[a] - RANK[b];
}
