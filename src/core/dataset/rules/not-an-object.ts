import type { Rule } from '../rule.ts';

export const notAnObject: Rule = {
  id: 'not-an-object',
  defaultSeverity: 'error',
  on: 'row',
  shapeOnly: true,
  documentation: {
    text: {
      en: 'The row is JSON but no object, so it has no columns to train on. Write each row as one object.',
      ko: '행이 JSON이지만 객체가 아니어서 학습할 열이 없습니다. 행마다 객체 하나로 쓰십시오.',
    },
    good: '{"text": "Hello"}',
    bad: '["Hello"]',
  },
  check({ row }, report) {
    if (row.object === null) report({ target: { kind: 'whole' }, message: { id: 'dataset.not-an-object' } });
  },
};
