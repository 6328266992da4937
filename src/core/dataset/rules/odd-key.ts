import type { Rule } from '../rule.ts';
import { oddKeys } from '../row/turn-keys.ts';
import { lacksContent } from './null-content.ts';

export const oddKey: Rule = {
  id: 'odd-key',
  defaultSeverity: 'warning',
  on: 'row',
  turnsOnly: true,
  documentation: {
    text: {
      en: 'A turn has a key that is one or two letters away from one that it lacks (tool_call, reasoningContent). Chat templates do not read it, so the model does not learn what stands in it. Correct the key.',
      ko: '턴에 없는 키와 한두 글자만 다른 키가 있습니다(tool_call, reasoningContent). 채팅 템플릿이 읽지 않아 그 내용을 모델이 배우지 못합니다. 키를 고치십시오.',
    },
    good: '{"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello", "reasoning_content": "A greeting."}]}',
    bad: '{"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello", "reasoning_contents": "A greeting."}]}',
  },
  check({ row }, report) {
    for (const { turns } of row.conversations) {
      for (const turn of turns) {
        // where nothing is said, that is the finding
        if (lacksContent(turn)) continue;
        for (const { key, meant } of oddKeys(turn.value)) {
          const message = { id: 'dataset.odd-key', args: { key, meant } };
          report({ target: { kind: 'key', path: [...turn.path, key] }, message });
        }
      }
    }
  },
};
