import { isObject, type JsonValue } from '../../json/json-value.ts';
import { parseJson } from '../../json/parse-json.ts';
import { DEEPEST, parsePositioned, valueOf } from '../../json/positioned-json.ts';

/**
 * The value of a row as Python's `json.loads` reads it, as `parseRow` does without a digest; undefined if it is no JSON.
 * @param depth levels around the row: 1 for the elements of an array.
 */
export function parseValue(text: string, depth: number): JsonValue | undefined {
  const value = parseJson(text);
  if (value !== undefined && !mayBeRefused(value, DEEPEST - depth)) return value;
  const parsed = parsePositioned(text, depth);
  return parsed.ok ? valueOf(parsed.root) : undefined;
}

/** Python reads no deeper than it can, and no integer of more than 4,300 digits, which JavaScript takes for infinity. */
function mayBeRefused(value: JsonValue, left: number): boolean {
  if (typeof value === 'number') return !Number.isFinite(value);
  const isArray = Array.isArray(value);
  if (!isArray && !isObject(value)) return false;
  if (left <= 0) return true;
  return (isArray ? value : Object.values(value)).some((each) => mayBeRefused(each, left - 1));
}
