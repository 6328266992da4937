import { isObject, type JsonValue } from '../json/json-value.ts';
import type { Report, Rule } from '../rule.ts';
import type { Row } from '../row/row.ts';
import type { Conversation, Turn, TurnColumn } from '../row/turn.ts';

export const malformedTurns: Rule = {
  id: 'malformed-turns',
  defaultSeverity: 'error',
  on: 'row',
  turnsOnly: true,
  documentation: {
    text: {
      en: 'A list of turns at which TRL or every chat template stops: it is empty ("list index out of range"), something in it is no object, or a turn has from or value where role and content are read (TRL converts them in "conversations" alone, and only if the first turn has both). Rename the keys, or mend or remove the row.',
      ko: 'TRL이나 모든 채팅 템플릿이 멈추는 턴 목록입니다. 비어 있거나("list index out of range"), 객체가 아닌 것이 있거나, role과 content를 읽는 곳에 from이나 value가 있습니다(TRL은 "conversations"에서 첫 턴에 둘 다 있을 때만 바꿉니다). 키의 이름을 바꾸거나 행을 고치거나 지우십시오.',
    },
    good: '{"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello"}]}',
    bad: '{"messages": [{"role": "user", "value": "Hi"}, {"role": "assistant", "value": "Hello"}]}',
  },
  check({ row }, report) {
    if (row.format === 'unknown') return;
    for (const conversation of row.conversations) checkConversation(row, conversation, report);
  },
};

function checkConversation(row: Row, { column, turns }: Conversation, report: Report): void {
  const items = row.object?.[column];
  if (!Array.isArray(items)) return;
  if (items.length === 0) {
    // a conversation without a turn has none of the assistant
    if (!isWhole(column)) report({ target: { kind: 'value', path: [column] }, message: emptyList(column) });
    return;
  }
  if (turns.length === 0) return;
  if (turns.length < items.length) reportOthers(items, column, report);
  if (column === 'conversations') reportUnconverted(turns, report);
  else if (READ_BY_TEMPLATES.has(column)) reportForeignKeys(turns, report);
}

function isWhole(column: TurnColumn): boolean {
  return column === 'messages' || column === 'conversations' || column === 'conversation';
}

function emptyList(column: TurnColumn) {
  return { id: 'dataset.malformed-turns.empty', args: { column } };
}

function reportOthers(items: readonly JsonValue[], column: TurnColumn, report: Report): void {
  for (const [n, item] of items.entries()) {
    if (isObject(item)) continue;
    const message = { id: 'dataset.malformed-turns.no-object', args: { column } };
    report({ target: { kind: 'value', path: [column, n] }, message });
  }
}

/** TRL looks at the first turn for both keys (trl 1.16 data_utils.py:927, is_conversational_from_value). */
function reportUnconverted([first]: readonly Turn[], report: Report): void {
  if (first?.roleKey !== 'from' || first.contentKey !== 'content' || first.content === undefined) return;
  const message = { id: 'dataset.malformed-turns.unconverted' };
  report({ target: { kind: 'key', path: [...first.path, 'content'] }, message });
}

/** Columns whose turns reach chat templates as they are. */
const READ_BY_TEMPLATES = new Set<TurnColumn>(['messages', 'prompt', 'completion']);

function reportForeignKeys(turns: readonly Turn[], report: Report): void {
  for (const { path, roleKey, contentKey } of turns) {
    const [key, wanted] = roleKey === 'from' ? ['from', 'role'] : ['value', 'content'];
    if (roleKey !== 'from' && contentKey !== 'value') continue;
    const message = { id: 'dataset.malformed-turns.key', args: { key, wanted } };
    report({ target: { kind: 'key', path: [...path, key] }, message });
  }
}
