import { isObject, type JsonObject, type JsonValue } from '../json/json-value.ts';
import type { Row } from './row.ts';
import { ANSWER_COLUMNS, ASKED_COLUMNS, JUDGED_COLUMNS } from './spoken-columns.ts';
import { isAssistant, isSystem, type Conversation, type Turn } from './turn.ts';

/** The row's own texts: what is asked and what is answered, without system turns and tools, which many rows share. */
export interface RowTexts {
  readonly asked: readonly string[];
  readonly answered: readonly string[];
}

/** Null for a row of no known format. */
export function rowTexts(row: Row): RowTexts | null {
  const { shape } = row;
  if (row.format === 'unknown') return null;
  if (shape !== null) {
    const { askedTexts, answeredTexts } = shape;
    return {
      asked: askedTexts.map((number) => row.textAt(number)),
      answered: answeredTexts.map((number) => row.textAt(number)),
    };
  }
  if (row.object === null) return null;
  return textsIn(row.object, row.conversations);
}

/** `question` and `answer` belong to no known format. */
const ASKED = [...ASKED_COLUMNS.filter((column) => column !== 'question'), 'input'];
const ANSWERED = [...ANSWER_COLUMNS.filter((column) => column !== 'answer'), 'text', ...JUDGED_COLUMNS];

/** The same of a row's value. */
export function textsIn(row: JsonObject, conversations: readonly Conversation[]): RowTexts {
  const asked: string[] = [];
  const answered: string[] = [];
  for (const { column, turns } of conversations) {
    for (const turn of turns) {
      if (isSystem(turn)) continue;
      const isAnswer =
        isAssistant(turn) || column === 'completion' || column === 'chosen' || column === 'rejected';
      for (const text of textsOf(turn)) (isAnswer ? answered : asked).push(text);
    }
  }
  for (const column of ASKED) addText(row[column], asked);
  for (const column of ANSWERED) addText(row[column], answered);
  return { asked, answered };
}

function addText(value: JsonValue | undefined, to: string[]): void {
  if (typeof value === 'string') to.push(value);
}

function textsOf({ content }: Turn): string[] {
  if (typeof content === 'string') return [content];
  if (!Array.isArray(content)) return [];
  return content.flatMap((part) =>
    isObject(part) && typeof part['text'] === 'string' ? [part['text']] : [],
  );
}
