import { charactersOf } from '../text-search.ts';

/**
 * Whether bytes of a text may be a JSON value to pandas' ujson, its escapes not looked into: of whatever `mayBeReadByUjson` says so, and of
 * some more. The text has no white space at its ends.
 */
export function mayBeJsonIn(bytes: Uint8Array, from: number, to: number): boolean {
  const first = bytes[from] ?? 0;
  const last = bytes[to - 1] ?? 0;
  if (BEGINNINGS[first] !== 1 || ENDS[last] !== 1) return false;
  if (first === 0x7b || first === 0x5b || first === 0x22 || first === 0x5c) return true;
  if (isNumberMark(first)) return isNumberLike(bytes, from, to);
  return to - from <= LONGEST_WORD;
}

/** Characters with which a JSON value begins and ends: of a quote also the backslash before it. */
const BEGINNINGS = charactersOf('"\\-0123456789INfnt[{');
const ENDS = charactersOf('"-.0123456789eENyl]}');
/** `-Infinity` */
const LONGEST_WORD = 9;

/** Of digits and marks of numbers alone, or of a word with a sign. */
function isNumberLike(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from <= LONGEST_WORD) return true;
  for (let at = from; at < to; at++) if (!isNumberMark(bytes[at] ?? 0)) return false;
  return true;
}

/** A digit, or one of `-.+eE`. */
function isNumberMark(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || NUMBER_MARKS[code] === 1;
}

const NUMBER_MARKS = charactersOf('-.+eE');
