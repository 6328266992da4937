import type { IgnoredFinding } from '../finding.ts';
import type { DatasetReport } from './dataset-report.ts';
import { GroupTally } from './group-tally.ts';

/** Ignored findings by rule and reason, the most frequent first. @param ignored in the order of the file */
export function ignoredGroups(ignored: readonly IgnoredFinding[]): NonNullable<DatasetReport['ignored']> {
  const named = Map.groupBy(ignored, ({ rule, reason }) => JSON.stringify([rule, reason]));
  const groups = [...named.values()].flatMap((findings) => {
    const [one] = findings;
    if (one === undefined) return [];
    const tally = new GroupTally();
    for (const { row } of findings) tally.add(row);
    return [{ rule: one.rule, reason: one.reason, ...tally.group() }];
  });
  return groups.toSorted((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1));
}
