import { charactersOf } from '../wording/text-search.ts';
import { eachNumber } from '../json/each-number.ts';
import { isRefusedByUjson } from './ujson-number.ts';
import { isJsonSpace } from '../json/json-space.ts';

/** Whether pandas' ujson takes a whole text for a JSON value: as JSON.parse does, but for looser numbers and the words of Python. */
export function isReadByUjson(text: string): boolean {
  if (!mayBeReadByUjson(text)) return false;
  const value = trimmed(text);
  if (value === '-' || LOOSE_FLOAT.test(value) || /^-?[0-9]+$/.test(value)) return !isRefusedByUjson(value);
  try {
    JSON.parse(value);
  } catch {
    return false;
  }
  return !LONG_DIGITS.test(value) || !hasRefusedNumber(value);
}

function hasRefusedNumber(json: string): boolean {
  let isFound = false;
  eachNumber(json, (literal) => (isFound ||= isRefusedByUjson(literal)));
  return isFound;
}

/** As many digits as an integer beyond 63 bits has. */
const LONG_DIGITS = /[0-9]{19}/;

/** The same by the look of its ends alone: a text of any length costs nothing. Asked of every text. */
export function mayBeReadByUjson(text: string): boolean {
  if (BEGINNINGS[text.charCodeAt(0)] !== 1 || ENDS[text.charCodeAt(text.length - 1)] !== 1) return false;
  const value = trimmed(text);
  const [first, last] = [value.charAt(0), value.charAt(value.length - 1)];
  if (first === '{') return last === '}';
  if (first === '[') return last === ']';
  if (first === '"') return last === '"' && value.length > 1;
  return value.length <= LONGEST_NUMBER && (value === '-' || WORD.test(value) || LOOSE_FLOAT.test(value));
}

/** Characters with which a JSON value begins and ends, white space included. */
const BEGINNINGS = charactersOf(' \t\r\n"-0123456789INfnt[{');
const ENDS = charactersOf(' \t\r\n"-.0123456789eENyl]}');

const LONGEST_NUMBER = 400;
const WORD = /^(?:true|false|null|-?[0-9]+)$/;
const LOOSE_FLOAT = /^(?:-?[0-9]+(?:\.[0-9]*(?:[eE][-+]?[0-9]*)?|[eE][-+]?[0-9]*)|NaN|-?Infinity)$/;

/** Without JSON's white space at its ends. */
function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isJsonSpace(text.charCodeAt(start))) start++;
  while (end > start && isJsonSpace(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}
