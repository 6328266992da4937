import type { Finding } from '../findings/finding.ts';
import type { RowClusters } from './dataset-report.ts';
import { FIRST_ROWS } from '../comparing/group-tally.ts';

/**
 * The groups of rows that the findings of a rule tie together by their related rows; the largest with their first rows, a limited number
 * of each.
 */
export function rowClusters(findings: readonly Finding[], rule: string, most = FIRST_ROWS): RowClusters {
  const leaders = new Map<number, number>();
  for (const { rule: found, row, related } of findings) {
    if (found !== rule) continue;
    for (const { path, row: other } of related ?? []) if (path === undefined) join(leaders, row, other);
  }
  const members = Map.groupBy(leaders.keys(), (row) => leaderOf(leaders, row));
  const groups = [...members.values()].map((rows) => rows.sort((a, b) => a - b));
  groups.sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0));
  return {
    rows: leaders.size,
    groups: groups.length,
    largest: groups.slice(0, most).map((rows) => ({ rows: rows.length, first: rows.slice(0, most) })),
  };
}

/** The lower of two leaders leads both groups. */
function join(leaders: Map<number, number>, a: number, b: number): void {
  const [first, second] = [leaderOf(leaders, a), leaderOf(leaders, b)];
  leaders.set(Math.max(first, second), Math.min(first, second));
}

function leaderOf(leaders: Map<number, number>, row: number): number {
  let leader = row;
  for (let next = leaders.get(leader); next !== leader; next = leaders.get(leader)) {
    if (next === undefined) {
      leaders.set(leader, leader);
      break;
    }
    leader = next;
  }
  leaders.set(row, leader);
  return leader;
}
