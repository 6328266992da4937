import { characterClass } from '../wording/character-class.ts';
import { openFence } from '../wording/code-block.ts';
import type { Exchange } from '../row/exchange.ts';
import type { Report, Rule } from '../rule.ts';
import { needle } from '../wording/text-search.ts';

export const brokenFence: Rule = {
  id: 'broken-fence',
  defaultSeverity: 'warning',
  on: 'row',
  mayHold: [needle('```')],
  characters: characterClass.escapedAscii,
  documentation: {
    text: {
      en: 'A block of code in an answer is opened with ``` and never closed: the answer was cut off there, or a fence is missing. All that follows is shown as code, and the model learns to write so. Close the block, or take the whole answer from its source.',
      ko: '답의 코드 블록이 ```로 열리고 닫히지 않았습니다. 답이 그 자리에서 잘렸거나 닫는 표시가 빠졌습니다. 뒤의 글이 모두 코드로 보이고 모델이 그렇게 쓰도록 배우니 블록을 닫거나 답 전체를 원본에서 가져오십시오.',
    },
    good: '{"prompt": "Print 1", "completion": "```python\\nprint(1)\\n```"}',
    bad: '{"prompt": "Print 1", "completion": "```python\\nprint(1)\\n"}',
  },
  check({ row }, report) {
    for (const exchange of row.exchanges) check(exchange, report);
  },
};

function check({ answer, path }: Exchange, report: Report): void {
  if (!answer.includes('```')) return;
  const open = openFence(answer);
  if (open?.fence.startsWith('`') !== true) return;
  report({
    target: { kind: 'value-text', path, from: open.from, to: open.to },
    message: { id: 'dataset.broken-fence' },
  });
}
