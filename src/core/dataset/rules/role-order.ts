import { unreachable } from '../../text/unreachable.ts';
import type { Rule } from '../rule.ts';
import { callsTool, isAssistant, isSystem, isToolResult, type Conversation, type Turn } from '../row/turn.ts';
import { isKnownRole, roleText } from './role-unknown.ts';

/** Who spoke last: nobody but the system, the user, an answer, or a turn with calls or a result of one. */
type Last = 'nobody' | 'user' | 'answer' | 'tools';
type Kind = 'system' | 'user' | 'answer' | 'call' | 'result';

export const roleOrder: Rule = {
  id: 'role-order',
  defaultSeverity: 'warning',
  on: 'row',
  turnsOnly: true,
  documentation: {
    text: {
      en: 'After optional system or developer turns, user and assistant take turns and the user begins; results of tools follow a turn with calls, any number of both in a row. Many chat templates refuse another order, others render it as the model never sees it in use. Named is the first turn that breaks the order; merge, reorder or remove turns. A call may also stand as text between <tool_call> marks.',
      ko: 'system이나 developer 턴이 있으면 먼저 오고, 그 뒤로 사용자가 시작해 사용자와 어시스턴트가 번갈아 말하며, 도구의 결과는 호출이 있는 턴 뒤에만 옵니다(둘 다 여러 번 이어질 수 있습니다). 많은 채팅 템플릿이 다른 순서를 거부하거나 실제 쓰임과 다르게 렌더링합니다. 순서를 어긴 첫 턴이 표시되니 턴을 합치거나 옮기거나 지우십시오. 호출은 <tool_call> 표시 사이의 글이어도 됩니다.',
    },
    good: '{"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello"}]}',
    bad: '{"messages": [{"role": "assistant", "content": "Hello"}, {"role": "user", "content": "Hi"}]}',
  },
  check({ row }, report) {
    for (const conversation of dialogues(row.conversations)) {
      const broken = firstOutOfOrder(conversation);
      if (broken === null) continue;
      const { turn, last } = broken;
      report({
        target: { kind: 'value', path: [...turn.path, turn.roleKey] },
        message: {
          id: messageId(turn, last),
          args: { role: typeof turn.role === 'string' ? roleText(turn.role) : '?' },
        },
      });
    }
  },
};

/** Whole dialogues: a conversational prompt and its completion are one; chosen and rejected are answers to a prompt. */
function dialogues(conversations: readonly Conversation[]): (readonly Turn[])[] {
  const whole: (readonly Turn[])[] = [];
  let prompt: readonly Turn[] = [];
  for (const { column, turns } of conversations) {
    if (column === 'prompt') prompt = turns;
    else if (column === 'completion') whole.push([...prompt, ...turns]);
    else if (column !== 'chosen' && column !== 'rejected') whole.push(turns);
  }
  return whole;
}

/** Stops at a role that nobody knows: what should follow it is unknown too. */
function firstOutOfOrder(turns: readonly Turn[]): { turn: Turn; last: Last } | null {
  let last: Last = 'nobody';
  for (const turn of turns) {
    if (!isKnownRole(turn)) return null;
    const next = follow(last, kindOf(turn));
    if (next === null) return { turn, last };
    last = next;
  }
  return null;
}

function kindOf(turn: Turn): Kind {
  if (turn.role === 'user') return 'user'; // the most frequent, without asking the sets of names
  if (isSystem(turn)) return 'system';
  if (isToolResult(turn)) return 'result';
  if (turn.role === 'function_call') return 'call';
  if (isAssistant(turn)) return callsTool(turn) ? 'call' : 'answer';
  return 'user';
}

function follow(last: Last, kind: Kind): Last | null {
  switch (kind) {
    case 'system':
      return last === 'nobody' ? 'nobody' : null;
    case 'user':
      return last === 'user' ? null : 'user';
    case 'answer':
      return last === 'user' || last === 'tools' ? 'answer' : null;
    case 'call':
      return last === 'user' || last === 'tools' ? 'tools' : null;
    case 'result':
      return last === 'tools' ? 'tools' : null;
    default:
      return unreachable(kind);
  }
}

function messageId(turn: Turn, last: Last): string {
  const kind = kindOf(turn);
  if (kind === 'system') return 'dataset.role-order.system';
  if (kind === 'result') return 'dataset.role-order.result';
  return last === 'nobody' ? 'dataset.role-order.first' : 'dataset.role-order.twice';
}
