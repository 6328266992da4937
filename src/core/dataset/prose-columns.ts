import { isObject, type JsonObject, type JsonValue } from './json-value.ts';
import { mayBeReadByUjson } from './loading/ujson-text.ts';

/** What is asked of a row. */
interface AskedRow {
  readonly object: JsonObject | null;
  /** Its `messages` are a plain conversation (`isPlainConversation`). */
  readonly isPlain: boolean;
}

/** The columns of a row of nothing but texts, nulls and a plain conversation, where no text could be read as a JSON value; else null. */
export function proseColumnsOf({ object, isPlain }: AskedRow): readonly string[] | null {
  if (object === null) return null;
  const columns = Object.keys(object);
  for (let n = 0; n < columns.length; n++) {
    const column = columns[n] ?? '';
    const value = object[column] ?? null;
    if (column === 'messages' && isPlain ? !isProse(value) : !isText(column, value)) return null;
  }
  return columns.length === 0 ? null : columns;
}

export function isSameColumns(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let n = 0; n < a.length; n++) if (a[n] !== b[n]) return false;
  return true;
}

/** `messages` are no text, nor are values for the template. */
function isText(column: string, value: JsonValue): boolean {
  if (column === 'messages' || column === 'chat_template_kwargs') return false;
  return value === null || (typeof value === 'string' && !mayBeReadByUjson(value));
}

/** Of the turns of a plain conversation. */
function isProse(turns: JsonValue): boolean {
  if (!Array.isArray(turns)) return false;
  for (let n = 0; n < turns.length; n++) {
    const turn = turns[n];
    const content = turn !== undefined && isObject(turn) ? turn['content'] : null;
    if (typeof content !== 'string' || mayBeReadByUjson(content)) return false;
  }
  return true;
}
