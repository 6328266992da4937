import { TO_LF } from '../reading/line-ends.ts';
import type { Rule } from '../rule.ts';

export const mixedLineEnds: Rule = {
  id: 'mixed-line-ends',
  defaultSeverity: 'warning',
  on: 'line-ends',
  documentation: {
    text: {
      en: 'Some lines end with CR LF and others with LF alone: the file was put together from several or edited by unlike programs. Look whether rows were cut where they were joined, and save it with LF.',
      ko: '어떤 줄은 CR LF로, 어떤 줄은 LF로 끝납니다. 여러 파일을 합쳤거나 서로 다른 프로그램으로 고친 파일입니다. 이은 자리에서 행이 잘리지 않았는지 보고 LF로 저장하십시오.',
    },
    good: '{"text": "a"}\n{"text": "b"}\n',
    bad: '{"text": "a"}\r\n{"text": "b"}\n',
  },
  check({ crlf, lf }, report) {
    if (crlf && lf)
      report({ target: { kind: 'whole' }, message: { id: 'dataset.mixed-line-ends' }, fix: TO_LF });
  },
};
