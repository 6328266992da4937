import type { Exchange } from '../row/exchange.ts';
import { openFence } from '../wording/code-block.ts';
import type { Report, Rule } from '../rule.ts';
import { isCutOff } from '../wording/sentence-end.ts';

export const cutOffAnswer: Rule = {
  id: 'cut-off-answer',
  defaultSeverity: 'warning',
  on: 'row',
  documentation: {
    text: {
      en: 'The answer ends in the middle of a sentence, as answers do that ran into the limit of a generator. The model learns to stop anywhere. Finish the sentence, cut the answer back to the last whole one, or remove the row. Short answers, lists, verse and code are left alone.',
      ko: '생성기의 길이 제한에 걸린 답처럼 문장 중간에서 끝납니다. 모델이 아무 데서나 멈추도록 배우니 문장을 마저 쓰거나 온전한 마지막 문장까지 줄이거나 행을 지우십시오. 짧은 답, 목록, 시, 코드는 지나칩니다.',
    },
    good: '{"prompt": "Describe the water cycle.", "completion": "Water evaporates from the sea. It falls as rain."}',
    bad: '{"prompt": "Describe the water cycle.", "completion": "Water evaporates from the sea. As the vapor rises it cools and becomes the"}',
  },
  check({ row }, report) {
    for (const exchange of row.exchanges) if (isCutOff(exchange.answer)) check(exchange, report);
  },
};

function check({ answer, path }: Exchange, report: Report): void {
  if (answer.includes('```') && openFence(answer) !== null) return;
  const to = answer.trimEnd().length;
  const from = answer.lastIndexOf(' ', to - 1) + 1;
  report({
    target: { kind: 'value-text', path, from, to },
    message: { id: 'dataset.cut-off-answer' },
  });
}
