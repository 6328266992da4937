import type { Rule } from '../rule.ts';
import { isToolResult, type Turn } from '../row/turn.ts';
import { isKnownRole, roleText } from './role-unknown.ts';

export const contentType: Rule = {
  id: 'content-type',
  defaultSeverity: 'error',
  on: 'row',
  turnsOnly: true,
  documentation: {
    text: {
      en: 'The content of a turn is a number, a boolean or an object, where templates want text, a list of parts or null. They stop at it or print it as Python does, and datasets then reads every text in the same place as JSON. Write it as text. Results of tools are not judged.',
      ko: '턴의 content가 숫자, 불리언, 객체입니다. 템플릿은 글, 조각의 목록, null을 바라므로 멈추거나 Python 표기로 출력하고, datasets는 같은 자리의 모든 글을 JSON으로 읽습니다. 글로 쓰십시오. 도구의 결과는 판단하지 않습니다.',
    },
    good: '{"messages": [{"role": "user", "content": "2+2?"}, {"role": "assistant", "content": "4"}]}',
    bad: '{"messages": [{"role": "user", "content": "2+2?"}, {"role": "assistant", "content": 4}]}',
  },
  check({ row }, report) {
    for (const { turns } of row.conversations) {
      for (const turn of turns) {
        if (!hasOddContent(turn)) continue;
        report({
          target: { kind: 'value', path: [...turn.path, turn.contentKey] },
          message: { id: 'dataset.content-type', args: { role: roleText(turn.role) } },
        });
      }
    }
  },
};

function hasOddContent(turn: Turn): boolean {
  const { content } = turn;
  if (typeof content === 'string' || content === undefined || content === null || Array.isArray(content))
    return false;
  return isKnownRole(turn) && !isToolResult(turn) && turn.role !== 'function_call';
}
