import type { IgnoredFinding } from '../findings/finding.ts';
import type { DatasetReport } from './dataset-report.ts';
import { groupOf } from './group-of.ts';
import { FIRST_ROWS } from '../comparing/group-tally.ts';

/**
 * Ignored findings by rule and reason, the most frequent first.
 * @param ignored in the order of the file
 * @param most rows that are named of each
 */
export function ignoredGroups(
  ignored: readonly IgnoredFinding[],
  most = FIRST_ROWS,
): NonNullable<DatasetReport['ignored']> {
  const named = Map.groupBy(ignored, ({ rule, reason }) => JSON.stringify([rule, reason]));
  const groups = [...named.values()].flatMap((findings) => {
    const [one] = findings;
    if (one === undefined) return [];
    return [{ rule: one.rule, reason: one.reason, ...groupOf(findings, most) }];
  });
  return groups.toSorted((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1));
}
