import type { Finding } from './finding.ts';

/** The order of the contract: row, start, rule. */
export function byPlace(a: Finding, b: Finding): number {
  if (a.row !== b.row) return a.row - b.row;
  const start = (a.start ?? 0) - (b.start ?? 0);
  if (start !== 0) return start;
  return a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0;
}
