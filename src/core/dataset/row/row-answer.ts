import * as v from 'valibot';
import { ANSWER_COLUMNS } from './spoken-columns.ts';
import { isAssistantRole } from './role.ts';

const turn = v.object({
  role: v.optional(v.string()),
  from: v.optional(v.string()),
  content: v.optional(v.unknown()),
  value: v.optional(v.unknown()),
});
const conversation = v.array(turn);

/** A row of plain text is all answer. */
const answerColumns = [...ANSWER_COLUMNS, 'text'];

/** The last answer of a row, to recognise it by in a list; the row's own text where it has none that can be read. */
export function rowAnswer(rowText: string): string {
  const row = v.safeParse(v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.unknown())), rowText);
  if (!row.success) return rowText;
  const { messages, conversations, completion } = row.output;
  for (const turns of [messages, conversations, completion]) {
    const answer = lastAnswer(turns);
    if (answer !== null) return answer;
  }
  const column = answerColumns.find((name) => typeof row.output[name] === 'string');
  return column === undefined ? rowText : String(row.output[column]);
}

function lastAnswer(turns: unknown): string | null {
  const parsed = v.safeParse(conversation, turns);
  if (!parsed.success) return null;
  const answer = parsed.output.findLast(({ role, from }) => isAssistantRole(role ?? from));
  const text = answer?.content ?? answer?.value;
  return typeof text === 'string' ? text : null;
}
