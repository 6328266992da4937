import type { Rule } from '../rule.ts';
import { isObject } from '../json/json-value.ts';

export const unknownFormat: Rule = {
  id: 'unknown-format',
  defaultSeverity: 'warning',
  on: 'row',
  documentation: {
    text: {
      en: "No format fits the row: messages, ShareGPT, prompt and completion, text, Alpaca, preference, KTO or tool calling. TRL stops at such rows (KeyError: 'text'). Rename the columns, or convert the file. A warning, because a script of your own may read what TRL does not.",
      ko: "맞는 형식이 없는 행입니다(messages, ShareGPT, prompt와 completion, text, Alpaca, 선호, KTO, 도구 호출). TRL은 이런 행에서 멈춥니다(KeyError: 'text'). 열 이름을 바꾸거나 파일을 변환하십시오. 직접 만든 스크립트가 읽을 수도 있어 경고로 둡니다.",
    },
    good: '{"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello"}]}',
    bad: '{"message": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello"}]}',
  },
  check({ row }, report) {
    if (row.format !== 'unknown' || !row.isObject) return;
    const near = row.nearMiss;
    if (near !== null) {
      report({
        target: { kind: 'key', path: [near.key] },
        message: { id: 'dataset.unknown-format.near-miss', args: { key: near.key, column: near.column } },
      });
      return;
    }
    if (row.shape === null && isRoleConversations(row.object?.['conversations'])) {
      const message = { id: 'dataset.unknown-format.role-conversations' };
      report({ target: { kind: 'key', path: ['conversations'] }, message });
      return;
    }
    report({ target: { kind: 'whole' }, message: { id: 'dataset.unknown-format' } });
  },
};

/** `conversations` with role and content: TRL converts that column only from from and value (sft_trainer.py:1228). */
function isRoleConversations(value: unknown): boolean {
  return Array.isArray(value) && isObject(value[0]) && value[0]['role'] !== undefined;
}
