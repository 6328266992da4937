import type { Rule } from '../rule.ts';

export const byteOrderMark: Rule = {
  id: 'byte-order-mark',
  defaultSeverity: 'info',
  on: 'byte-order-mark',
  documentation: {
    text: {
      en: 'The file begins with a byte order mark (EF BB BF). One such file loads; as the second of several files whose rows have unlike keys it stops the load. Save the file as UTF-8 without the mark.',
      ko: '파일이 바이트 순서 표식(EF BB BF)으로 시작합니다. 파일이 하나면 읽히지만, 행마다 키가 다른 여러 파일 중 두 번째이면 불러오기가 멈춥니다. 표식 없는 UTF-8로 저장하십시오.',
    },
    good: '{"text": "a"}',
    bad: '\ufeff{"text": "a"}',
  },
  check(_subject, report) {
    report({
      target: { kind: 'whole' },
      message: { id: 'dataset.byte-order-mark' },
      fix: { title: { id: 'dataset.fix.remove-mark' }, edit: { kind: 'replace', text: '' }, safe: true },
    });
  },
};
