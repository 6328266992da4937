import { isObject, type JsonObject, type JsonValue } from '../../json-value.ts';
import { parsePositioned, type JsonNode } from '../../positioned-json.ts';

/** Key of the object that stands for a number which JavaScript would write otherwise: 1.0, 1e2, 2^60, NaN. No JSON of a dataset has it. */
const NUMBER = '\u0000number';
const WRITTEN = /\{"\\u0000number":"([^"]*)"\}/g;

/** A row's value whose numbers are written again as they were. @param value what the text was parsed to */
export function exactValue(value: JsonValue, text: string): JsonValue {
  if (!hasNumber(value)) return value;
  const parsed = parsePositioned(text);
  return parsed.ok ? valueOf(parsed.root, text) : value;
}

/** JSON on one line. */
export function printExact(value: JsonObject): string {
  const text = JSON.stringify(value);
  return text.includes('\\u0000number') ? text.replaceAll(WRITTEN, '$1') : text;
}

function hasNumber(value: JsonValue): boolean {
  if (typeof value === 'number') return true;
  if (Array.isArray(value)) return value.some(hasNumber);
  return isObject(value) && Object.values(value).some(hasNumber);
}

function valueOf(node: JsonNode, text: string): JsonValue {
  if (node.kind === 'array') return node.items.map((item) => valueOf(item, text));
  if (node.kind === 'object')
    return Object.fromEntries(node.entries.map(({ key, value }) => [key, valueOf(value, text)]));
  if (node.kind !== 'number') return node.value;
  const literal = text.slice(node.start, node.end);
  return literal === JSON.stringify(node.value) ? node.value : { [NUMBER]: literal };
}
