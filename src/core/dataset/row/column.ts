import type { JsonObject } from '../json/json-value.ts';

/** Columns that a format may need or that tell formats apart; each one bit of a row's column set. */
export const KNOWN_COLUMNS = [
  'messages',
  'conversations',
  'prompt',
  'completion',
  'text',
  'instruction',
  'input',
  'output',
  'response',
  'chosen',
  'rejected',
  'label',
  'tools',
] as const;
export type KnownColumn = (typeof KNOWN_COLUMNS)[number];

/** A set of known columns as bits. */
export type ColumnSet = number;

/** The column set that holds one column. */
export function columnBit(column: KnownColumn): ColumnSet {
  return 1 << KNOWN_COLUMNS.indexOf(column);
}

/** Beside the columns: `prompt` is a list of turns, and no text. */
export const TURNS_IN_PROMPT: ColumnSet = 1 << KNOWN_COLUMNS.length;

const PROMPT = columnBit('prompt');
const BITS = new Map<string, ColumnSet>(KNOWN_COLUMNS.map((column) => [column, columnBit(column)]));

/** The known columns that a row has with a value: null is what `datasets` fills in for a column that is not there. */
export function columnsOf(row: JsonObject): ColumnSet {
  let set = 0;
  for (const key of Object.keys(row)) if (row[key] !== null) set |= BITS.get(key) ?? 0;
  if ((set & PROMPT) !== 0 && Array.isArray(row['prompt'])) set |= TURNS_IN_PROMPT;
  return set;
}

/**
 * The known column that an unknown key of the row was probably meant to be: one edit away (two swapped letters count as
 * one), or the same but for case, hyphens and a plural. Only columns that the row lacks are offered.
 */
export function nearMiss(row: JsonObject): NearMiss | null {
  for (const key of Object.keys(row)) {
    const column = columnsNear(key).find((each) => row[each] === undefined);
    if (column !== undefined) return { key, column };
  }
  return null;
}

/** A key of a row, and the column that it was probably meant to be. */
export interface NearMiss {
  readonly key: string;
  readonly column: KnownColumn;
}

/** Rows of a file have the same keys, mostly. */
const columnsNearKeys = new Map<string, readonly KnownColumn[]>();
const MOST_KEYS = 1000;

/** The columns that an unknown key may have been meant to be. */
function columnsNear(key: string): readonly KnownColumn[] {
  const known = columnsNearKeys.get(key);
  if (known !== undefined) return known;
  const isOdd = BITS.has(key) || key.length < 3 || key.length > 40;
  const word = isOdd ? '' : key.toLowerCase().replaceAll(/[-_ ]/g, '');
  const near = isOdd ? [] : KNOWN_COLUMNS.filter((column) => isNear(word, column));
  if (columnsNearKeys.size === MOST_KEYS) columnsNearKeys.clear();
  columnsNearKeys.set(key, near);
  return near;
}

/** Whether two words are equal or one insertion, deletion, substitution or swap of neighbours apart. */
function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let head = 0;
  while (head < a.length && a[head] === b[head]) head++;
  let tail = 0;
  const shorter = Math.min(a.length, b.length);
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const [restA, restB] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}
