import { isObject, type JsonObject, type JsonValue } from './json-value.ts';
import { mayBeReadByUjson } from './loading/ujson-text.ts';

/** What is asked of a row. */
interface AskedRow {
  readonly object: JsonObject | null;
  /** Its `messages` are a plain conversation (`isPlainConversation`). */
  readonly isPlain: boolean;
}

/** The columns of turns that may be prose, with the keys that each turn has: who speaks, and what. */
export const PROSE_TURNS: Readonly<Partial<Record<string, readonly [speaker: string, text: string]>>> = {
  messages: ['role', 'content'],
  conversations: ['from', 'value'],
};

/**
 * The columns of a row of nothing but texts, nulls, a plain conversation in `messages` and turns with `from` and `value` in `conversations`,
 * where no text could be read as a JSON value; else null.
 */
export function proseColumnsOf({ object, isPlain }: AskedRow): readonly string[] | null {
  if (object === null) return null;
  const columns = Object.keys(object);
  for (let n = 0; n < columns.length; n++) {
    const column = columns[n] ?? '';
    const value = object[column] ?? null;
    if (!isProse(column, value, isPlain)) return null;
  }
  return columns.length === 0 ? null : columns;
}

export function isSameColumns(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let n = 0; n < a.length; n++) if (a[n] !== b[n]) return false;
  return true;
}

function isProse(column: string, value: JsonValue, isPlain: boolean): boolean {
  if (column === 'messages') return isPlain && areProseTurns(value, 'role', 'content');
  if (column === 'conversations') return areProseTurns(value, 'from', 'value');
  // values for the template
  if (column === 'chat_template_kwargs') return false;
  return value === null || isText(value);
}

function areProseTurns(turns: JsonValue, speaker: string, text: string): boolean {
  if (!Array.isArray(turns) || turns.length === 0) return false;
  for (let n = 0; n < turns.length; n++) {
    const turn = turns[n];
    if (turn === undefined || !isObject(turn) || !isText(turn[speaker]) || !isText(turn[text])) return false;
    for (const key in turn) if (key !== speaker && key !== text) return false;
  }
  return true;
}

function isText(value: JsonValue | undefined): boolean {
  return typeof value === 'string' && !mayBeReadByUjson(value);
}
