import { columnBit, columnsOf } from '../../row/column.ts';
import type { DatasetFormat } from '../../findings/finding.ts';
import type { JsonObject, JsonValue } from '../../json/json-value.ts';
import { formatOfRow } from '../../row/row-format.ts';
import { numberText } from './exact-json.ts';

/** Whether the answer of a row is called good, and the columns that say so. */
export interface Judgement {
  readonly isGood: boolean;
  readonly columns: readonly string[];
}

/** TRL has the first, LLaMA-Factory the second. */
const COLUMNS = ['label', 'kto_tag'] as const;
const JUDGED: ReadonlySet<DatasetFormat> = new Set(['messages', 'sharegpt', 'prompt-completion', 'alpaca']);
const BEYOND = columnBit('tools') | columnBit('label');

/** Null of a row that does not judge its answer: a label beside text or a pair of answers says something else. */
export function judgementOf(row: JsonObject): Judgement | null {
  const columns = COLUMNS.filter((column) => readLabel(row[column]) !== null);
  if (columns.length === 0 || !hasOneAnswer(row)) return null;
  return { isGood: columns.every((column) => readLabel(row[column]) === true), columns };
}

/** The usual ways to write a label, in tables without booleans as well; null of what is none. */
export function readLabel(value: JsonValue | undefined): boolean | null {
  if (typeof value === 'boolean') return value;
  const number = numberText(value);
  const text =
    typeof value === 'string' ? value.trim().toLowerCase() : number === null ? '' : String(Number(number));
  if (text === 'true' || text === '1') return true;
  return text === 'false' || text === '0' ? false : null;
}

function hasOneAnswer(row: JsonObject): boolean {
  return JUDGED.has(formatOfRow(row, columnsOf(row) & ~BEYOND));
}
