import type { Row } from '../row/row.ts';
import type { Rule } from '../rule.ts';
import { isAssistant, type Conversation, type Turn } from '../row/turn.ts';
import { isKnownRole, roleText } from './role-unknown.ts';

export const endsWithoutAnswer: Rule = {
  id: 'ends-without-answer',
  defaultSeverity: 'warning',
  on: 'row',
  turnsOnly: true,
  documentation: {
    text: {
      en: "The conversation does not end with the assistant's turn. What stands after the last answer is learned as if the model had to write it, or is lost. Remove the turns after the last answer or add the answer. No error: prompts, and conversations whose answers are in chosen and rejected or in a completion.",
      ko: '대화가 어시스턴트의 턴으로 끝나지 않습니다. 마지막 답 뒤의 글은 모델이 써야 하는 것처럼 학습되거나 버려집니다. 마지막 답 뒤의 턴을 지우거나 답을 더하십시오. prompt 열, 그리고 답이 chosen과 rejected나 completion에 있는 대화는 오류가 아닙니다.',
    },
    good: '{"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello"}]}',
    bad: '{"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello"}, {"role": "user", "content": "Bye"}]}',
  },
  check({ row }, report) {
    for (const conversation of row.conversations) {
      if (!holdsAnswers(conversation, row)) continue;
      const { turns } = conversation;
      const last = turns.at(-1);
      if (last === undefined || isAnswer(last) || !isKnownRole(last) || !turns.some(isAssistant)) continue;
      report({
        target: { kind: 'value', path: [...last.path, last.roleKey] },
        message: { id: 'dataset.ends-without-answer', args: { role: roleText(last.role) } },
      });
    }
  },
};

function holdsAnswers({ column }: Conversation, row: Row): boolean {
  if (column === 'prompt') return false;
  return column === 'completion' || column === 'chosen' || column === 'rejected' || !answersElsewhere(row);
}

function answersElsewhere({ object }: Row): boolean {
  return object !== null && (object['chosen'] !== undefined || object['completion'] !== undefined);
}

/** A call is one: what comes back is for the program that runs the tools. */
function isAnswer(turn: Turn): boolean {
  return isAssistant(turn) || turn.role === 'function_call';
}
