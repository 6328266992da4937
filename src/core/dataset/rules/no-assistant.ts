import type { Rule } from '../rule.ts';
import { isAssistant } from '../turn.ts';

export const noAssistant: Rule = {
  id: 'no-assistant',
  defaultSeverity: 'error',
  on: 'row',
  turnsOnly: true,
  documentation: {
    text: {
      en: "The conversation has no turn of the assistant, so there is no answer to learn. With assistant_only_loss TRL stops the whole run at it, without it the model learns to write the user's part. Add the answer or remove the row.",
      ko: '어시스턴트의 턴이 없어 배울 답이 없습니다. assistant_only_loss를 쓰면 TRL이 실행 전체를 멈추고, 쓰지 않으면 모델이 사용자의 말을 배웁니다. 답을 더하거나 행을 지우십시오.',
    },
    good: '{"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello"}]}',
    bad: '{"messages": [{"role": "user", "content": "Hi"}]}',
  },
  check({ row }, report) {
    for (const { column, turns } of row.conversations) {
      if (column !== 'messages' && column !== 'conversations') continue;
      if (turns.some(isAssistant)) continue;
      report({
        target: { kind: 'key', path: [column] },
        message: { id: 'dataset.no-assistant', args: { column } },
      });
    }
  },
};
