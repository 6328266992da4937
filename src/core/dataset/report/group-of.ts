import type { Finding } from '../findings/finding.ts';
import { FIRST_ROWS, GroupTally } from '../comparing/group-tally.ts';
import type { RowGroup } from './dataset-report.ts';

/** The rows of findings. @param most rows that are named */
export function groupOf(findings: readonly Pick<Finding, 'row'>[], most = FIRST_ROWS): RowGroup {
  const tally = new GroupTally(most);
  for (const { row } of findings) tally.add(row);
  return tally.group();
}
