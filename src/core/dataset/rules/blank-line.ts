import type { Occurrence, Rule } from '../rule.ts';

const found: Occurrence = {
  target: { kind: 'whole' },
  message: { id: 'dataset.blank-line' },
  fix: { title: { id: 'dataset.fix.remove-line' }, edit: { kind: 'remove-line' }, safe: true },
};

export const blankLine: Rule = {
  id: 'blank-line',
  defaultSeverity: 'info',
  on: 'blank-line',
  documentation: {
    text: {
      en: 'The line is empty. Loading skips it, but with one blank line in the first 10 MB datasets 5.2 no longer checks for rows with unlike nested keys and fills the missing ones with null without a word. Remove the line.',
      ko: '빈 줄입니다. 불러올 때는 건너뛰지만, 처음 10MB 안에 빈 줄이 하나라도 있으면 datasets 5.2는 중첩 키가 다른 행을 확인하지 않고 없는 키를 말없이 null로 채웁니다. 줄을 지우십시오.',
    },
    good: '{"text": "a"}\n{"text": "b"}',
    bad: '{"text": "a"}\n\n{"text": "b"}',
  },
  check(_subject, report) {
    report(found);
  },
};
