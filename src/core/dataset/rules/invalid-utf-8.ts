import type { Message } from '../../text/message.ts';
import type { ForeignEncoding } from '../reading/foreign-encoding.ts';
import type { Rule } from '../rule.ts';

export const invalidUtf8: Rule = {
  id: 'invalid-utf-8',
  defaultSeverity: 'error',
  on: 'broken-bytes',
  documentation: {
    text: {
      en: 'The line holds bytes that are no UTF-8, and loading stops with UnicodeDecodeError. The finding stands at the first of them; save the file as UTF-8 from a source that is intact.',
      ko: 'UTF-8이 아닌 바이트가 있어 불러오기가 UnicodeDecodeError로 멈춥니다. 첫 바이트에 표시되니 온전한 원본에서 UTF-8로 다시 저장하십시오.',
    },
    good: '{"text": "café"}',
    bad: '{"text": "caf<E9>"} (one byte E9, as Latin-1 writes it)',
  },
  check({ encoding }, report) {
    report({ target: { kind: 'whole' }, message: messageOf(encoding) });
  },
};

function messageOf(encoding: ForeignEncoding | null): Message {
  if (encoding === null) return { id: 'dataset.invalid-utf-8' };
  const { kind, ...args } = encoding;
  return { id: `dataset.invalid-utf-8.${kind}`, args };
}
