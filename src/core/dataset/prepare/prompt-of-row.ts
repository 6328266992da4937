import { isBlankText, isObject, type JsonValue } from '../json-value.ts';
import { promptAndAnswer } from '../prompt-and-answer.ts';
import type { Row } from '../row.ts';
import { isAssistant } from '../turn.ts';

/**
 * What a row asks, equal for equal prompts; null if it asks nothing. As `promptAndAnswer`, and of preference and KTO rows too: several
 * answers to one prompt belong to one side of a split as well.
 */
export function promptOfRow(row: Row): JsonValue | null {
  const prompt = promptAndAnswer(row)?.prompt ?? promptOfJudgedRow(row);
  if (!Array.isArray(prompt)) return prompt;
  // beside what is asked stand the tools
  return asksNothing(prompt[0] ?? null) ? null : prompt;
}

function promptOfJudgedRow({ object, format, conversations }: Row): JsonValue | null {
  if (object === null || (format !== 'preference' && format !== 'kto')) return null;
  const tools = object['tools'] ?? null;
  if (object['prompt'] !== undefined) return [object['prompt'], tools];
  const whole = conversations.find(({ column }) => column !== 'rejected');
  const at = whole?.turns.findLastIndex(isAssistant) ?? -1;
  if (whole === undefined || at <= 0) return null;
  return [whole.turns.slice(0, at).map(({ value }) => value), tools];
}

/** No text but that of system turns: such prompts are equal by chance. */
function asksNothing(prompt: JsonValue): boolean {
  if (typeof prompt === 'string') return isBlankText(prompt);
  if (Array.isArray(prompt)) return prompt.every(asksNothing);
  if (!isObject(prompt)) return true;
  const role = prompt['role'] ?? prompt['from'];
  if (role === 'system' || role === 'developer') return true;
  return asksNothing(prompt['content'] ?? prompt['value'] ?? prompt['text'] ?? null);
}
