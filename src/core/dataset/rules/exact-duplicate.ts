import type { Rule } from '../rule.ts';

export const exactDuplicate: Rule = {
  id: 'exact-duplicate',
  defaultSeverity: 'warning',
  on: 'equal-row',
  documentation: {
    text: {
      en: 'An earlier row has the same value (the order of keys aside, 1 and 1.0 the same). The model learns it twice, and a split may put one copy into the held-out data. Remove the later row, or keep it if the weight is meant.',
      ko: '앞에 값이 같은 행이 있습니다(키 순서는 무시, 1과 1.0은 같음). 모델이 두 번 배우게 되고, 나눌 때 한쪽이 검증 데이터로 갈 수 있습니다. 뒤의 행을 지우고, 가중치로 의도한 것이면 그대로 두십시오.',
    },
    good: '{"text": "a"}\n{"text": "b"}',
    bad: '{"text": "a"}\n{"text": "a"}',
  },
  check({ first }, report) {
    report({
      target: { kind: 'whole' },
      message: { id: 'dataset.exact-duplicate', args: { row: String(first) } },
      related: [first],
      fix: { title: { id: 'dataset.fix.remove-row' }, edit: { kind: 'remove-line' }, safe: false },
    });
  },
};
