import { isObject, type JsonObject } from './json-value.ts';

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

export function columnBit(column: KnownColumn): ColumnSet {
  return 1 << KNOWN_COLUMNS.indexOf(column);
}

const BITS = new Map<string, ColumnSet>(KNOWN_COLUMNS.map((column) => [column, columnBit(column)]));

/** The known columns that a row has with a value: null is what `datasets` fills in for a column that is not there. */
export function columnsOf(row: JsonObject): ColumnSet {
  let set = 0;
  for (const key of Object.keys(row)) if (row[key] !== null) set |= BITS.get(key) ?? 0;
  return set;
}

/**
 * The known column that an unknown key of the row was probably meant to be: one edit away (two swapped letters count as
 * one), or the same but for case, hyphens and a plural. Only columns that the row lacks are offered.
 */
export function nearMiss(
  row: JsonObject,
  wanted: readonly KnownColumn[] = KNOWN_COLUMNS,
): { key: string; column: KnownColumn } | null {
  if (!isObject(row)) return null;
  const missing = wanted.filter((column) => row[column] === undefined);
  for (const key of Object.keys(row)) {
    if (isKnown(key) || key.length < 3 || key.length > 40) continue;
    const column = missing.find((each) => isNear(key.toLowerCase().replaceAll(/[-_ ]/g, ''), each));
    if (column !== undefined) return { key, column };
  }
  return null;
}

function isKnown(key: string): boolean {
  return KNOWN_COLUMNS.some((column) => column === key);
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
