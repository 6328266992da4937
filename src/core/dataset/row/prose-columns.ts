import type { Path } from '../json/locate.ts';
import { isObject, type JsonObject, type JsonValue } from '../json/json-value.ts';
import { mayBeReadByUjson } from '../loading/ujson-text.ts';

/** What is asked of a row. */
interface AskedRow {
  /** Its JSON text. */
  readonly text: string;
  literalAt(path: Path): string;
  readonly object: JsonObject | null;
  /** Its `messages` are a plain conversation (`isPlainConversation`). */
  readonly isPlain: boolean;
}

/** The columns of turns that may be prose, with the keys that each turn has: who speaks, and what. */
export const PROSE_TURNS: Readonly<Partial<Record<string, readonly [speaker: string, text: string]>>> = {
  messages: ['role', 'content'],
  conversations: ['from', 'value'],
};

/** Stands before the name of a column that holds an integer: no text begins so where rows are written by hand. */
const INTEGER = '\0';

/** The name of a column of prose if it holds an integer, else null. */
export function integerColumn(column: string): string | null {
  return column.startsWith(INTEGER) ? column.slice(INTEGER.length) : null;
}

/**
 * The columns of a row of nothing but texts, integers, nulls, a plain conversation in `messages` and turns with `from` and `value` in
 * `conversations`, where no text could be read as a JSON value; else null. Columns of integers have another name (`integerColumn`).
 */
export function proseColumnsOf(row: AskedRow): readonly string[] | null {
  const { object, isPlain } = row;
  if (object === null) return null;
  const columns = Object.keys(object);
  let hasInteger = false;
  for (let n = 0; n < columns.length; n++) {
    const column = columns[n] ?? '';
    const value = object[column] ?? null;
    if (column.startsWith(INTEGER)) return null;
    if (isInteger(value)) {
      columns[n] = INTEGER + column;
      hasInteger = true;
    } else if (!isProse(column, value, isPlain)) return null;
  }
  return columns.length === 0 || (hasInteger && hasWholeFloat(row, columns)) ? null : columns;
}

/** Whether a whole number in one of the columns is written as a float. */
function hasWholeFloat(row: AskedRow, columns: readonly string[]): boolean {
  if (!WHOLE_FLOAT.test(row.text)) return false;
  return columns.some((column) => {
    const integer = integerColumn(column);
    return integer !== null && !/^-?[0-9]+$/.test(row.literalAt([integer]));
  });
}

/** Whether a value is an integer with so few digits that a float holds it exactly. */
function isInteger(value: JsonValue): boolean {
  return Number.isInteger(value) && Math.abs(Number(value)) < LARGEST && !Object.is(value, -0);
}

const LARGEST = 1e15;

/** A number that is none without its fraction or exponent, or has so many digits that its fraction may be lost. */
export const WHOLE_FLOAT = /[0-9](?:(?:\.0+|[eE][-+]?[0-9]+)[\s,}\]]|[0-9.]{16})/;

/** Whether two lists have the same columns in the same order. */
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
