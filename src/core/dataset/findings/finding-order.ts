import type { Finding } from './finding.ts';

/** The order of findings wherever they are listed: by row, then start, then rule. */
export function byPlace(a: Finding, b: Finding): number {
  if (a.row !== b.row) return a.row - b.row;
  const start = (a.start ?? 0) - (b.start ?? 0);
  return start === 0 ? byRule(a, b) : start;
}

/** The order of findings that have no place within their row. */
export function byRowAndRule(a: Named, b: Named): number {
  return a.row === b.row ? byRule(a, b) : a.row - b.row;
}

type Named = Pick<Finding, 'row' | 'rule'>;

function byRule(a: Named, b: Named): number {
  return a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0;
}
