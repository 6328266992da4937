import { columnBit } from '../row/column.ts';
import type { Rule } from '../rule.ts';
import { isAssistant } from '../row/turn.ts';

export const noAssistant: Rule = {
  id: 'no-assistant',
  defaultSeverity: 'error',
  on: 'row',
  turnsOnly: true,
  documentation: {
    text: {
      en: "The conversation has no turn of the assistant, so there is no answer to learn. With assistant_only_loss TRL stops the whole run at it, without it the model learns to write the user's part. Add the answer or remove the row. A warning where the answers stand in chosen, rejected or completion, which SFT does not read beside a conversation.",
      ko: '어시스턴트의 턴이 없어 배울 답이 없습니다. assistant_only_loss를 쓰면 TRL이 실행 전체를 멈추고, 쓰지 않으면 모델이 사용자의 말을 배웁니다. 답을 더하거나 행을 지우십시오. 답이 chosen, rejected, completion에 있으면 경고이며 SFT는 대화 옆의 그 열을 읽지 않습니다.',
    },
    good: '{"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello"}]}',
    bad: '{"messages": [{"role": "user", "content": "Hi"}]}',
  },
  check({ row }, report) {
    for (const { column, turns } of row.conversations) {
      if (column !== 'messages' && column !== 'conversations') continue;
      if (turns.some(isAssistant)) continue;
      const target = { kind: 'key', path: [column] } as const;
      const answers = ANSWERS.filter((each) => (row.columns & columnBit(each)) !== 0);
      if (answers.length === 0) report({ target, message: { id: 'dataset.no-assistant', args: { column } } });
      else {
        const args = { column, answers: answers.join(', ') };
        report({ target, severity: 'warning', message: { id: 'dataset.no-assistant.elsewhere', args } });
      }
    }
  },
};

/** Columns in which answers stand beside a conversation. */
const ANSWERS = ['chosen', 'rejected', 'completion'] as const;
