import type { JsonValue } from './json-value.ts';

/** What a walk over a value counts for the rules about the JSON text that it came from. */
export interface JsonTally {
  /** Keys of all objects; a key given twice in the text counts once, because the value has it once. */
  readonly keys: number;
  /** NaN or an infinity is among the numbers. */
  readonly hasNonFinite: boolean;
  /** A number whose text may have had other digits: a large integer, or a float with as many digits as a float holds. */
  readonly hasLongNumber: boolean;
}

/** Digits from which the shortest text of a float may stand for another text. */
const LONG = 16;

/** Counts a whole value, the values within it included. */
export function tallyOf(value: JsonValue): JsonTally {
  const tally = { keys: 0, hasNonFinite: false, hasLongNumber: false };
  count(value, tally);
  return tally;
}

function count(value: JsonValue, tally: { -readonly [K in keyof JsonTally]: JsonTally[K] }): void {
  if (typeof value === 'number') {
    if (Number.isSafeInteger(value)) return;
    if (!Number.isFinite(value)) tally.hasNonFinite = true;
    else if (Number.isInteger(value) || String(value).length > LONG) tally.hasLongNumber = true;
  } else if (Array.isArray(value)) {
    for (let n = 0; n < value.length; n++) count(value[n] ?? null, tally);
  } else if (typeof value === 'object' && value !== null) {
    for (const key in value) {
      tally.keys += 1;
      count(value[key] ?? null, tally);
    }
  }
}
