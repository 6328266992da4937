import type { Message } from '../../text/message.ts';
import type { KnownIgnore } from '../configuration/configuration.ts';
import type { Rule } from '../rule.ts';

export const unusedIgnore: Rule = {
  id: 'unused-ignore',
  defaultSeverity: 'warning',
  on: 'unused-ignore',
  documentation: {
    text: {
      en: 'An entry of tuning-fork.yaml ignores what is no longer found: the row was changed or removed, or its rule is content with it. The entry would hide the same finding if it came back; remove it.',
      ko: 'tuning-fork.yaml의 항목이 더는 없는 지적을 무시하고 있습니다. 행이 바뀌었거나 없어졌거나 규칙에 맞게 되었습니다. 같은 지적이 다시 나와도 가려지므로 항목을 지우십시오.',
    },
    good: 'ignore:\n  - files: train.jsonl\n    rules: exact-duplicate\n    row: "c4cbf22a51a3bc2e5a0d7b0a2b5b7d10"\n    number: 17\n    reason: Counts twice on purpose.',
    bad: 'ignore:\n  - files: train.jsonl\n    rules: exact-duplicate\n    row: "00000000000000000000000000000000"\n    number: 17\n    reason: The row is gone since.',
  },
  check({ entry }, report) {
    report({ target: { kind: 'whole' }, message: sentence(entry) });
  },
};

function sentence({ files, row, number }: KnownIgnore): Message {
  if (row === null) return { id: 'dataset.unused-ignore', args: { files } };
  if (number === null) return { id: 'dataset.unused-ignore.unnumbered-row', args: { files } };
  return { id: 'dataset.unused-ignore.row', args: { files, number } };
}
