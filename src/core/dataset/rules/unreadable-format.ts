import type { Message } from '../../text/message.ts';
import { excerpt, type Rule, type UnreadableReason } from '../rule.ts';

export const unreadableFormat: Rule = {
  id: 'unreadable-format',
  defaultSeverity: 'error',
  on: 'unreadable',
  documentation: {
    text: {
      en: 'The file is called .parquet and is none, or it is broken, cut off or compressed in a way that is not read, so its rows could not be checked beyond this. Take it from its source again, or convert it to JSONL. In a CSV file it is a record without end, behind a quote that nothing closes: close it.',
      ko: '이름은 .parquet이지만 그 형식이 아니거나, 깨지거나 잘렸거나, 지원하지 않는 방식으로 압축된 파일이라 그 뒤의 행을 확인하지 못했습니다. 원본에서 다시 가져오거나 JSONL로 변환하십시오. CSV 파일에서는 닫히지 않은 따옴표 뒤로 끝나지 않는 레코드이니 따옴표를 닫으십시오.',
    },
    good: 'train.parquet',
    bad: 'train.parquet (cut off)',
  },
  check({ reason }, report) {
    report({ target: { kind: 'whole' }, message: messageOf(reason) });
  },
};

function messageOf(reason: UnreadableReason): Message {
  switch (reason.kind) {
    case 'too-long':
      return { id: 'dataset.unreadable-format.too-long' };
    case 'codec':
      return { id: 'dataset.unreadable-format.codec', args: { codec: reason.codec } };
    case 'broken':
      return { id: 'dataset.unreadable-format', args: { reason: excerpt(reason.reason) } };
    default:
      return reason satisfies never;
  }
}
