import type { Rule } from '../rule.ts';

export const unreadableFormat: Rule = {
  id: 'unreadable-format',
  defaultSeverity: 'error',
  on: 'unreadable',
  documentation: {
    text: {
      en: 'Tuning Fork cannot read this kind of file yet, so nothing in it was checked. Convert it to JSONL to have it checked.',
      ko: '아직 읽지 못하는 파일 종류라 아무것도 확인하지 않았습니다. 확인하려면 JSONL로 변환하십시오.',
    },
    good: 'train.jsonl',
    bad: 'train.parquet',
  },
  check({ container }, report) {
    report({ target: { kind: 'whole' }, message: { id: `dataset.unreadable-format.${container}` } });
  },
};
