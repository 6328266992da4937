import { isTrue, type JsonObject } from '../json-value.ts';
import type { Rule } from '../rule.ts';
import { isToolResult, type Turn } from '../turn.ts';
import { isKnownRole, roleText } from './role-unknown.ts';

export const nullContent: Rule = {
  id: 'null-content',
  defaultSeverity: 'error',
  on: 'row',
  turnsOnly: true,
  documentation: {
    text: {
      en: 'The turn has null for its content, or no content at all, and no call or other part instead. transformers drops null before rendering: templates then stop ("has no attribute \'content\'") or print an empty turn. Fill the text in or remove the turn. No error: turns with calls, reasoning, a refusal or audio.',
      ko: '턴의 content가 null이거나 없고 호출 같은 다른 내용도 없습니다. transformers는 렌더링 전에 null을 버리므로 템플릿이 멈추거나("has no attribute \'content\'") 빈 턴을 출력합니다. 글을 채우거나 턴을 지우십시오. 호출, 추론, 거부, 오디오가 있는 턴은 오류가 아닙니다.',
    },
    good: '{"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": null, "tool_calls": [{"type": "function", "function": {"name": "greet", "arguments": {}}}]}]}',
    bad: '{"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": null}]}',
  },
  check({ row }, report) {
    for (const { turns } of row.conversations) {
      for (const turn of turns) {
        if (!lacksContent(turn)) continue;
        const isNull = turn.content === null;
        report({
          target: { kind: 'value', path: isNull ? [...turn.path, turn.contentKey] : turn.path },
          message: {
            id: isNull ? 'dataset.null-content' : 'dataset.null-content.missing',
            args: { role: roleText(turn.role) },
          },
        });
      }
    }
  },
};

function lacksContent(turn: Turn): boolean {
  if (turn.content !== null && turn.content !== undefined) return false;
  return isKnownRole(turn) && !isToolResult(turn) && !hasOtherPart(turn.value);
}

/** Keys that say something about a turn and are no part of what is said. */
const LABELS = new Set(['role', 'from', 'content', 'value', 'name', 'id', 'weight', 'type']);

function hasOtherPart(turn: JsonObject): boolean {
  return Object.keys(turn).some((key) => !LABELS.has(key) && isTrue(turn[key]));
}
