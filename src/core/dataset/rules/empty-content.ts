import { isBlankText } from '../json/json-value.ts';
import type { Rule } from '../rule.ts';
import { SPOKEN_COLUMNS } from '../row/spoken-columns.ts';
import { hasCallField, isBlankPartList, isToolResult, type Turn } from '../row/turn.ts';
import { roleText } from './role-unknown.ts';

/** Without a system prompt and without an input is how many rows are. */
const FIELDS = new Set<string>(SPOKEN_COLUMNS.filter((column) => column !== 'system' && column !== 'input'));

export const emptyContent: Rule = {
  id: 'empty-content',
  defaultSeverity: 'warning',
  on: 'row',
  turnsOnly: true,
  documentation: {
    text: {
      en: "A turn or a column has no text, or white space alone, so the model learns to answer with nothing. No error are null, a turn with tool calls, a tool's result and an empty input. Fill the text in or remove the row.",
      ko: '턴이나 열에 글이 없거나 공백만 있어 모델이 빈 답을 배웁니다. null, 도구 호출이 있는 턴, 도구의 결과, 빈 input은 오류가 아닙니다. 글을 채우거나 행을 지우십시오.',
    },
    good: '{"instruction": "Say hi", "input": "", "output": "Hi"}',
    bad: '{"instruction": "Say hi", "input": "", "output": " "}',
  },
  check({ row }, report) {
    if (row.object === null) return;
    for (const { turns } of row.conversations) {
      for (const turn of turns) {
        if (!isEmpty(turn)) continue;
        const args = { role: typeof turn.role === 'string' ? roleText(turn.role) : '?' };
        report({
          target: { kind: 'value', path: [...turn.path, turn.contentKey] },
          message: { id: 'dataset.empty-content.turn', args },
        });
      }
    }
    for (const column of Object.keys(row.object)) {
      if (!isBlankText(row.object[column]) || !FIELDS.has(column)) continue;
      report({
        target: { kind: 'value', path: [column] },
        message: { id: 'dataset.empty-content.column', args: { column } },
      });
    }
  },
};

function isEmpty(turn: Turn): boolean {
  if (!isBlankText(turn.content) && !isBlankPartList(turn.content)) return false;
  return !isToolResult(turn) && !hasCallField(turn);
}
