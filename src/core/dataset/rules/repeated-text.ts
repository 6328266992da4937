import type { Exchange } from '../row/exchange.ts';
import { loopIn, type TextLoop } from '../wording/text-loop.ts';
import { excerpt, type Report, type Rule } from '../rule.ts';
import { withholdPart } from '../personal-data/withhold.ts';

export const repeatedText: Rule = {
  id: 'repeated-text',
  defaultSeverity: 'warning',
  on: 'row',
  documentation: {
    text: {
      en: 'The answer says the same words over and over without end, as a model does that has lost its thread. The model learns to loop. Keep one of the repetitions and finish the answer, or remove the row.',
      ko: '길을 잃은 모델처럼 같은 말을 끝없이 되풀이합니다. 모델이 되풀이하도록 배우니 한 번만 남기고 답을 마무리하거나 행을 지우십시오.',
    },
    good: '{"prompt": "Tell me a story.", "completion": "Once there was a dragon. It lived in a cave by the sea, and every night it counted the stars."}',
    bad: '{"prompt": "Tell me a story.", "completion": "Once there was a dragon. It was very happy. It was very happy. It was very happy. It was very happy. It was very happy. It was very happy."}',
  },
  check({ row }, report) {
    for (const exchange of row.exchanges) {
      const loop = loopIn(exchange.answer);
      if (loop !== null && !ASKED_FOR.test(row.text)) reportLoop(exchange, loop, report);
    }
  },
};

function reportLoop({ answer, path }: Exchange, { from, to, period, times }: TextLoop, report: Report): void {
  report({
    target: { kind: 'value-text', path, from, to },
    message: {
      id: 'dataset.repeated-text',
      args: {
        text: excerpt(
          withholdPart(answer, from, from + period)
            .trim()
            .replaceAll(/\s+/g, ' '),
        ),
        times,
      },
    },
  });
}

const ASKED_FOR = /\brepeat|\d+ times|string of \d|반복해|되풀이해|번 써/i;
