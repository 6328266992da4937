import { excerpt, type Rule } from '../rule.ts';
import type { Turn } from '../row/turn.ts';
import type { JsonValue } from '../json/json-value.ts';

const ROLES = new Set<JsonValue | undefined>([
  'system',
  'developer',
  'user',
  'assistant',
  'tool',
  'function',
  'ipython',
]);
const FROM = new Set<JsonValue | undefined>([
  'human',
  'gpt',
  'system',
  'observation',
  'function_call',
  'tool',
  'function',
  'model',
  'bot',
  'chatbot',
  'user',
  'assistant',
]);

export const roleUnknown: Rule = {
  id: 'role-unknown',
  defaultSeverity: 'error',
  on: 'row',
  turnsOnly: true,
  documentation: {
    text: {
      en: 'A turn has a role that chat templates do not know, or none. Templates refuse such a turn, leave it out, or print the odd role into the text. Use system, user, assistant or tool.',
      ko: '채팅 템플릿이 모르는 역할이거나 역할이 없는 턴입니다. 템플릿은 이런 턴을 거부하거나 빠뜨리거나 낯선 역할을 그대로 출력합니다. system, user, assistant, tool 중 하나를 쓰십시오.',
    },
    good: '{"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello"}]}',
    bad: '{"messages": [{"role": "usr", "content": "Hi"}, {"role": "assistant", "content": "Hello"}]}',
  },
  check({ row }, report) {
    for (const { turns } of row.conversations) {
      for (const turn of turns) {
        if (isKnownRole(turn)) continue;
        report(
          turn.role === undefined
            ? { target: { kind: 'value', path: turn.path }, message: { id: 'dataset.role-unknown.none' } }
            : {
                target: { kind: 'value', path: [...turn.path, turn.roleKey] },
                message: { id: 'dataset.role-unknown', args: { role: roleText(turn.role) } },
              },
        );
      }
    }
  },
};

/** Whether the turn's role is one that its way of writing knows. */
export function isKnownRole(turn: Turn): boolean {
  return (turn.roleKey === 'from' ? FROM : ROLES).has(turn.role);
}

/** A role fit for a sentence. */
export function roleText(role: JsonValue | undefined): string {
  return excerpt(typeof role === 'string' ? role : JSON.stringify(role ?? null));
}
