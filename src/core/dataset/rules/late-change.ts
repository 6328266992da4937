import { loadRule, placeText, targetAt } from '../loading/load-rule.ts';

export const lateChange = loadRule({
  id: 'late-change',
  severity: 'error',
  documentation: {
    text: {
      en: 'datasets infers the types of a JSONL file from its first 10 MB, and this later row has what they do not know: a column or key that no row had, a value where all had null, a fraction among integers, text among numbers or dates. Loading stops ("Couldn\'t cast", "column names don\'t match"). Move such a row to the front, give every row the column, or split the file.',
      ko: 'datasets는 JSONL 파일의 처음 10MB로 종류를 정하는데 그 뒤의 이 행에는 모르는 것이 있습니다(어느 행에도 없던 열이나 키, 모두 null이던 자리의 값, 정수 사이의 소수, 숫자나 날짜 사이의 글). 불러오기가 멈춥니다("Couldn\'t cast", "column names don\'t match"). 이런 행을 앞으로 옮기거나 모든 행에 열을 두거나 파일을 나누십시오.',
    },
    good: '{"text": "a", "tools": null}',
    bad: '{"text": "a"} (10 MB of such rows)\n{"text": "b", "tools": "[]"}',
  },
  check({ misfit }, report) {
    if (misfit === null) return;
    const message = { id: 'dataset.late-change', args: { place: placeText(misfit) } };
    report(misfit.row, { message, ...targetAt(misfit) });
  },
});
