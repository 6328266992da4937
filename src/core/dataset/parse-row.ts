import type { JsonValue } from './json-value.ts';
import { parseJson } from './parse-json.ts';
import { parsePositioned, valueOf, type JsonNode, type JsonProblem } from './positioned-json.ts';
import type { Digest } from './digest.ts';
import type { ValueDigest } from './value-digest.ts';

export type ParsedRow =
  | { readonly ok: true; readonly value: JsonValue }
  | { readonly ok: false; readonly problem: JsonProblem; readonly at: number };

/**
 * Reads a row as Python's `json.loads` does and digests its value. JSON.parse does it for all rows but those that it
 * refuses (Python takes NaN) and those whose numbers or depth Python may refuse.
 * @param depth levels around the row: 1 for the elements of an array.
 */
export function parseRow(text: string, depth: number, digest: ValueDigest, into: Digest): ParsedRow {
  const value = parseJson(text);
  if (value === undefined) return parseSlow(text, depth, digest, into);
  const odd = digest.add(value, depth);
  if (odd.tooDeep || odd.infinite || odd.inexact) return parseSlow(text, depth, digest, into);
  digest.digest(into);
  return { ok: true, value };
}

function parseSlow(text: string, depth: number, digest: ValueDigest, into: Digest): ParsedRow {
  const parsed = parsePositioned(text, depth);
  if (!parsed.ok) return parsed;
  digest.add(exactValue(parsed.root, text), depth);
  digest.digest(into);
  return { ok: true, value: valueOf(parsed.root) };
}

/** The value with integers that no float holds as text of their digits, so that 2^53 and 2^53 + 1 stay different. */
function exactValue(node: JsonNode, text: string): JsonValue {
  if (node.kind === 'array') return node.items.map((item) => exactValue(item, text));
  if (node.kind === 'object')
    return Object.fromEntries(node.entries.map((entry) => [entry.key, exactValue(entry.value, text)]));
  if (node.kind !== 'number' || Number.isSafeInteger(node.value)) return node.value;
  const literal = text.slice(node.start, node.end);
  if (/^-?[0-9]+$/.test(literal)) return `\u0000integer ${BigInt(literal)}`;
  return Number.isInteger(node.value) ? `\u0000integer ${BigInt(node.value)}` : node.value;
}
