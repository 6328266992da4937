import type { Exchange } from '../row/exchange.ts';
import { mixOf, tallyRegisters } from '../wording/register-tally.ts';
import type { Row } from '../row/row.ts';
import type { Report, Rule } from '../rule.ts';

export const mixedPoliteness: Rule = {
  id: 'mixed-politeness',
  defaultSeverity: 'info',
  deep: true,
  on: 'row',
  documentation: {
    text: {
      en: 'A Korean answer changes its register: sentences in 합쇼체 or 해요체 beside 해라체 or 해체, or 합쇼체 and 해요체 in equal parts. The model learns to change its tone in the middle of an answer. Rewrite it in one. Quotations, dialogue, code, verse and requests in -세요 are not counted, nor are lists, enumerations and examples in 해라체 or 해체 that an answer gives to read; one sentence alone is no change.',
      ko: '한국어 답의 말투가 바뀝니다. 합쇼체나 해요체 문장 옆에 해라체나 해체 문장이 있거나 합쇼체와 해요체가 비슷하게 섞여 있습니다. 모델이 답 중간에 말투를 바꾸도록 배우니 하나로 고쳐 쓰십시오. 인용, 대화, 코드, 운문, 「-세요」로 끝나는 부탁과 답이 보여 주는 해라체나 해체의 목록, 열거, 예문은 세지 않으며 한 문장만으로는 바뀌었다고 하지 않습니다.',
    },
    good: '{"prompt": "김치는 어떻게 만들어요?", "completion": "배추를 절입니다. 물로 헹굽니다. 양념을 바릅니다. 통에 담습니다."}',
    bad: '{"prompt": "김치는 어떻게 만들어요?", "completion": "배추를 절입니다. 물로 헹군다. 양념을 바릅니다. 통에 담는다."}',
  },
  check({ row }, report) {
    if (row.isPlainAscii) return;
    for (const exchange of row.exchanges) check(exchange, row, report);
  },
};

/** Rows about politeness itself. */
export const ABOUT_REGISTER = /반말|존댓말|존대|높임|합쇼체|해요체|해라체|politely|honorific/;

function check({ answer, path }: Exchange, row: Row, report: Report): void {
  if (!/[가-힣]{2}/.test(answer)) return;
  const mix = mixOf(tallyRegisters(answer));
  if (mix === null || ABOUT_REGISTER.test(row.text)) return;
  const [most, least] = [mix.most, mix.least].map((each) => ({ id: `dataset.register.${each}` }));
  report({
    target: { kind: 'value', path },
    message: { id: 'dataset.mixed-politeness', args: { most: most ?? '', least: least ?? '' } },
  });
}
