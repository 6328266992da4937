import { isObject, type JsonObject, type JsonValue } from '../json/json-value.ts';
import type { Row } from '../row/row.ts';
import { ANSWER_COLUMNS, ASKED_COLUMNS, JUDGED_COLUMNS } from '../row/spoken-columns.ts';
import { callsTool, isAssistant, isUser, type Turn, type TurnColumn } from '../row/turn.ts';
import type { TextKind } from './dataset-report.ts';

/** One text of a row, in order: what it is to the model, and who says it. */
export interface Speech {
  /** `calls`: an answer that calls tools and has no text. `context`: system turns, results of tools, all that is neither asked nor answered. */
  readonly kind: TextKind | 'calls' | 'context';
  /** As the turn has it; null for a column of text. */
  readonly role: string | null;
  readonly text: string;
}

/** Rejected answers are counted too. */
const ANSWERED = [...ANSWER_COLUMNS, ...JUDGED_COLUMNS];

/**
 * The texts of a row. Rows of no known format are looked at for the same columns; where they have none, their columns of text are
 * taken as they are.
 */
export function rowSpeech(row: Row): Speech[] {
  const { object, format } = row;
  if (object === null) return [];
  const spoken: Speech[] = [];
  for (const column of ASKED_COLUMNS) {
    const text = object[column];
    if (typeof text !== 'string') continue;
    // an Alpaca `input` belongs to its instruction
    const input = column === 'instruction' ? object['input'] : undefined;
    const isMore = typeof input === 'string' && input !== '';
    spoken.push({ kind: 'prompts', role: null, text: isMore ? `${text}\n${input}` : text });
  }
  for (const { column, turns } of row.conversations)
    for (const turn of turns) spoken.push(speechOf(turn, column));
  for (const column of ANSWERED) {
    const text = answerOf(object[column]);
    if (text !== null) spoken.push({ kind: 'answers', role: null, text });
  }
  const { text } = object;
  if (format === 'text' && typeof text === 'string') spoken.push({ kind: 'texts', role: null, text });
  return format === 'unknown' && spoken.length === 0 ? textsOf(object) : spoken;
}

/** A column's answer: text, or a single turn, as preference rows have it. */
function answerOf(value: JsonValue | undefined): string | null {
  if (typeof value === 'string') return value;
  if (!isObject(value)) return null;
  const text = value['content'] ?? value['value'];
  return typeof text === 'string' ? text : null;
}

/** The texts of a row that says nothing of what they are; CSV has numbers as text too. */
function textsOf(object: JsonObject): Speech[] {
  return Object.values(object).flatMap((text) =>
    typeof text === 'string' && !NUMBER.test(text) ? [{ kind: 'texts' as const, role: null, text }] : [],
  );
}

const NUMBER = /^[-+]?\d*\.?\d+$/;

function speechOf(turn: Turn, column: TurnColumn): Speech {
  const role = typeof turn.role === 'string' ? turn.role : '';
  const text = textOf(turn.content);
  if (text === '' && callsTool(turn)) return { kind: 'calls', role, text };
  if (isAssistant(turn) || (column === 'completion' && role === '')) return { kind: 'answers', role, text };
  return { kind: isUser(turn) ? 'prompts' : 'context', role, text };
}

/** The text of a turn's content: a string, or its text parts. */
export function textOf(content: JsonValue | undefined): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content
    .flatMap((part) => (isObject(part) && typeof part['text'] === 'string' ? [part['text']] : []))
    .join('\n');
}
