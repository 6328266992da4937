import type { Finding } from '../findings/finding.ts';
import { FIRST_ROWS, GroupTally } from '../comparing/group-tally.ts';
import type { DatasetReport } from './dataset-report.ts';

/** Rules whose findings a person must read, in the order of the list. */
const TO_REVIEW = ['secret', 'personal-data', 'hidden-instruction'];

/** What is to be reviewed by what it is, which the sentence of the finding tells; no value is in it. */
export function findingsToReview(findings: readonly Finding[], most = FIRST_ROWS): DatasetReport['review'] {
  const kinds = new Map<string, { rule: string; kind: string; service: string; tally: GroupTally }>();
  for (const { rule, row, message } of findings) {
    if (!TO_REVIEW.includes(rule)) continue;
    const kind = message.id.split('.').at(-1) ?? '';
    const named = message.args?.['service'];
    const service = typeof named === 'string' ? named : '';
    const name = `${rule} ${kind} ${service}`;
    const known = kinds.get(name) ?? { rule, kind, service, tally: new GroupTally(most) };
    kinds.set(name, known);
    known.tally.add(row);
  }
  return [...kinds.values()]
    .map(({ tally, ...rest }) => ({ ...rest, ...tally.group() }))
    .sort((a, b) => TO_REVIEW.indexOf(a.rule) - TO_REVIEW.indexOf(b.rule) || b.count - a.count);
}
