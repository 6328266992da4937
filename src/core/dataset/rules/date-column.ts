import { eachPlace } from '../loading/loaded-type.ts';
import { loadRule, placeText, targetAt } from '../loading/load-rule.ts';
import { isTrained } from '../loading/trained-place.ts';

export const dateColumn = loadRule({
  id: 'date-column',
  severity: 'error',
  documentation: {
    text: {
      en: 'Every text at one place of the rows (a column, or an argument of all calls) is an ISO date such as 2024-05-01 or 2024-05-01T10:00:00Z. datasets turns all of them into datetime objects: prompt-completion stops, and in conversations the model learns what a template makes of the object, such as <datetime>. The finding stands at the first of them. Write one of them otherwise, such as 1 May 2024.',
      ko: '행들의 한 자리(열, 또는 모든 호출의 한 인자)에 있는 글이 모두 2024-05-01이나 2024-05-01T10:00:00Z 같은 ISO 날짜입니다. datasets가 전부 datetime 객체로 바꾸어 prompt-completion은 멈추고, 대화에서는 템플릿이 그 객체로 만든 것(<datetime> 등)을 모델이 배웁니다. 첫 번째에 표시되니 그중 하나를 2024년 5월 1일처럼 다르게 쓰십시오.',
    },
    good: '{"prompt": "Which day?", "completion": "2024-05-01"}\n{"prompt": "And then?", "completion": "2 May 2024"}',
    bad: '{"prompt": "Which day?", "completion": "2024-05-01"}\n{"prompt": "And then?", "completion": "2024-05-02"}',
  },
  check({ type, root }, report) {
    eachPlace(type, root, ({ kind }, { first }) => {
      if (kind !== 'date' || first === null || !isTrained(first.path)) return;
      const message = { id: 'dataset.date-column', args: { place: placeText(first) } };
      report(first.row, { message, ...targetAt(first) });
    });
  },
});
