import type { Occurrence, Rule } from '../rule.ts';
import { foreignContentKey, oddKeys, saysOtherwise, type OddKey } from '../row/turn-keys.ts';
import { isToolResult, type Turn } from '../row/turn.ts';
import { isKnownRole, roleText } from './role-unknown.ts';

export const nullContent: Rule = {
  id: 'null-content',
  defaultSeverity: 'error',
  on: 'row',
  turnsOnly: true,
  documentation: {
    text: {
      en: 'The turn has null for its content, or no content at all, and no call or other part instead. transformers drops null before rendering: templates then stop ("has no attribute \'content\'") or print an empty turn. Fill the text in or remove the turn, or rename the key in which it stands (contnet, text). No error: turns with calls, reasoning, a refusal or audio.',
      ko: '턴의 content가 null이거나 없고 호출 같은 다른 내용도 없습니다. transformers는 렌더링 전에 null을 버리므로 템플릿이 멈추거나("has no attribute \'content\'") 빈 턴을 출력합니다. 글을 채우거나 턴을 지우고, 다른 이름의 키(contnet, text)에 있으면 이름을 고치십시오. 호출, 추론, 거부, 오디오가 있는 턴은 오류가 아닙니다.',
    },
    good: '{"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": null, "tool_calls": [{"type": "function", "function": {"name": "greet", "arguments": {}}}]}]}',
    bad: '{"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": null}]}',
  },
  check({ row }, report) {
    for (const { turns } of row.conversations) {
      for (const turn of turns) {
        if (lacksContent(turn)) report(whatIsNamed(turn));
      }
    }
  },
};

function whatIsNamed(turn: Turn): Occurrence {
  const role = roleText(turn.role);
  const instead = keyInstead(turn);
  if (instead !== null) {
    const message = { id: 'dataset.null-content.key', args: { role, ...instead } };
    return { target: { kind: 'key', path: [...turn.path, instead.key] }, message };
  }
  if (turn.content !== null)
    return {
      target: { kind: 'value', path: turn.path },
      message: { id: 'dataset.null-content.missing', args: { role } },
    };
  return {
    target: { kind: 'value', path: [...turn.path, turn.contentKey] },
    message: { id: 'dataset.null-content', args: { role } },
  };
}

/** The key that the turn has instead of its content, and the one that was meant. */
function keyInstead(turn: Turn): (Pick<OddKey, 'key'> & { readonly meant: string }) | null {
  const [odd] = oddKeys(turn.value);
  if (odd !== undefined) return odd;
  const key = foreignContentKey(turn.value);
  return key === null ? null : { key, meant: turn.roleKey === 'from' ? 'value' : 'content' };
}

/** Whether a turn says nothing that a chat template reads. */
export function lacksContent(turn: Turn): boolean {
  if (turn.content !== null && turn.content !== undefined) return false;
  return isKnownRole(turn) && !isToolResult(turn) && !saysOtherwise(turn.value);
}
