import { isObject, type JsonValue } from '../../json/json-value.ts';
import { keyColons } from '../../json/key-colons.ts';
import { parsePositioned, type JsonNode } from '../../json/positioned-json.ts';

/** Stands before keys that JavaScript would put in another order, and before those that begin with it themselves. */
const MARK = '\u0000';
/** Key of the object that stands for a number which JavaScript would write otherwise: 1.0, 1e2, 2^60, NaN. No marked key is so. */
const NUMBER = `${MARK}number`;
const INDEX = /^(?:0|[1-9][0-9]*)$/;

/** A value whose numbers and keys `printExact` writes as they were, in their order. */
export interface ExactJson {
  readonly value: JsonValue;
  /** An object has a key twice, of which the last value is kept. */
  readonly hasRepeatedKeys: boolean;
}

/** The same value with all that its text says. @param value what the text was parsed to */
export function exactJson(value: JsonValue, text: string): ExactJson {
  const keys = plainKeys(value);
  const isPlain = keys !== null && keys === keyColons(text);
  const exact = isPlain ? null : parseExact(text, 0);
  return exact ?? { value, hasRepeatedKeys: false };
}

/** As Python's `json.loads`; null where it refuses. @param depth levels around the text in the place where it will stand */
export function parseExact(text: string, depth: number): ExactJson | null {
  const parsed = parsePositioned(text, depth);
  return parsed.ok
    ? { value: valueOf(parsed.root, text), hasRepeatedKeys: hasRepeatedKeys(parsed.root) }
    : null;
}

/** JSON on one line. */
export function printExact(value: JsonValue): string {
  const text = JSON.stringify(value);
  return text.includes('\\u0000') ? print(value) : text;
}

/** A number as it was written; null of all other values. */
export function numberText(value: JsonValue | undefined): string | null {
  if (typeof value === 'number') return JSON.stringify(value);
  const written = isObject(value) ? value[NUMBER] : null;
  return typeof written === 'string' ? written : null;
}

/** How an exact value has a key. */
export function exactKey(key: string): string {
  return key.startsWith(MARK) || INDEX.test(key) ? MARK + key : key;
}

function print(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(print).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const entry = ([key, each]: [string, JsonValue]): string =>
    `${JSON.stringify(key.startsWith(MARK) ? key.slice(1) : key)}:${print(each)}`;
  return numberText(value) ?? `{${Object.entries(value).map(entry).join(',')}}`;
}

/** How many keys all objects of a value have; null where something in it may be written otherwise than it was. */
function plainKeys(value: JsonValue): number | null {
  if (typeof value === 'number') return null;
  if (typeof value !== 'object' || value === null) return 0;
  const keys = Array.isArray(value) ? [] : Object.keys(value);
  if (keys.some((key) => exactKey(key) !== key)) return null;
  let sum = keys.length;
  for (const each of Object.values(value)) {
    const inner = plainKeys(each);
    if (inner === null) return null;
    sum += inner;
  }
  return sum;
}

function valueOf(node: JsonNode, text: string): JsonValue {
  if (node.kind === 'array') return node.items.map((item) => valueOf(item, text));
  if (node.kind === 'object')
    return Object.fromEntries(node.entries.map(({ key, value }) => [exactKey(key), valueOf(value, text)]));
  if (node.kind !== 'number') return node.value;
  const literal = text.slice(node.start, node.end);
  return literal === JSON.stringify(node.value) ? node.value : { [NUMBER]: literal };
}

function hasRepeatedKeys(node: JsonNode): boolean {
  if (node.kind === 'array') return node.items.some(hasRepeatedKeys);
  if (node.kind !== 'object') return false;
  const isRepeated = new Set(node.entries.map(({ key }) => key)).size < node.entries.length;
  return isRepeated || node.entries.some(({ value }) => hasRepeatedKeys(value));
}
