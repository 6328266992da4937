import { isBlankText, isObject, type JsonValue } from '../json-value.ts';
import { promptAndAnswer } from '../prompt-and-answer.ts';
import type { Row } from '../row.ts';
import { isAssistant } from '../turn.ts';

/**
 * What a row asks, equal for equal prompts; null if it asks nothing. As `promptAndAnswer`, and of preference and KTO rows too: several
 * answers to one prompt are one question as well. What tools it may call makes no other question of it.
 */
export function promptOfRow(row: Row): JsonValue | null {
  const asked = askedOf(promptAndAnswer(row)?.prompt ?? null) ?? promptOfJudgedRow(row);
  return asked === null || asksNothing(asked) ? null : asked;
}

/** Beside what is asked stand the tools. */
function askedOf(prompt: JsonValue): JsonValue | null {
  return Array.isArray(prompt) ? (prompt[0] ?? null) : prompt;
}

function promptOfJudgedRow({ object, format, conversations }: Row): JsonValue | null {
  if (object === null || (format !== 'preference' && format !== 'kto')) return null;
  const { prompt = null } = object;
  if (prompt !== null) return prompt;
  const whole = conversations.find(({ column }) => column !== 'rejected');
  if (whole === undefined) return null;
  // where the answers stand in columns of their own, a conversation beside them is all prompt
  const last = whole.turns.at(-1);
  const isAllPrompt =
    format === 'preference' && whole.column !== 'chosen' && last !== undefined && !isAssistant(last);
  const end = isAllPrompt ? whole.turns.length : whole.turns.findLastIndex(isAssistant);
  return end <= 0 ? null : whole.turns.slice(0, end).map(({ value }) => value);
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
