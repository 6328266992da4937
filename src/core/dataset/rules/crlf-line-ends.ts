import { TO_LF } from '../reading/line-ends.ts';
import type { Rule } from '../rule.ts';

export const crlfLineEnds: Rule = {
  id: 'crlf-line-ends',
  defaultSeverity: 'info',
  on: 'line-ends',
  documentation: {
    text: {
      en: 'All lines end with CR LF, as Windows writes them. Loading takes it, but tools that compare files line by line see every line changed. Save the file with LF.',
      ko: '모든 줄이 Windows처럼 CR LF로 끝납니다. 불러오는 데는 문제가 없지만 파일을 줄마다 비교하는 도구에는 모든 줄이 바뀐 것으로 보입니다. LF로 저장하십시오.',
    },
    good: '{"text": "a"}\n',
    bad: '{"text": "a"}\r\n',
  },
  check({ crlf, lf }, report) {
    if (crlf && !lf)
      report({ target: { kind: 'whole' }, message: { id: 'dataset.crlf-line-ends' }, fix: TO_LF });
  },
};
