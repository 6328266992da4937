import type { JsonValue } from '../json/json-value.ts';
import { parseJson } from '../json/parse-json.ts';
import { parsePositioned, valueOf, type JsonNode, type JsonProblem } from '../json/positioned-json.ts';
import type { Digest } from '../comparing/digest.ts';
import { exactDecimal, exactInteger, exactText, type ValueDigest } from '../comparing/value-digest.ts';

export type ParsedRow =
  | { readonly ok: true; readonly value: JsonValue }
  | { readonly ok: false; readonly problem: JsonProblem; readonly at: number };

/**
 * Reads a row as Python's `json.loads` does and digests its value. JSON.parse does it for all rows but those that it
 * refuses (Python takes NaN) and those whose numbers or depth Python may refuse.
 * @param depth levels around the row: 1 for the elements of an array.
 * @param hasDecimals numbers of more digits than a float holds are decimals, and equal if their digits are
 */
export function parseRow(
  text: string,
  depth: number,
  digest: ValueDigest,
  into: Digest,
  hasDecimals = false,
): ParsedRow {
  if (hasDecimals) return parseSlow(text, depth, digest, into, true);
  const value = parseJson(text);
  if (value === undefined) return parseSlow(text, depth, digest, into);
  const odd = digest.add(value, depth);
  if (odd.tooDeep || odd.infinite || odd.inexact) return parseSlow(text, depth, digest, into);
  digest.digest(into);
  return { ok: true, value };
}

function parseSlow(
  text: string,
  depth: number,
  digest: ValueDigest,
  into: Digest,
  hasDecimals = false,
): ParsedRow {
  const parsed = parsePositioned(text, depth);
  if (!parsed.ok) return parsed;
  digest.addExact(exactValue(parsed.root, text, hasDecimals), depth);
  digest.digest(into);
  return { ok: true, value: valueOf(parsed.root) };
}

/** The value with integers that no float holds as text of their digits, so that 2^53 and 2^53 + 1 stay different; so with decimals. */
function exactValue(node: JsonNode, text: string, hasDecimals: boolean): JsonValue {
  if (node.kind === 'array') return node.items.map((item) => exactValue(item, text, hasDecimals));
  if (node.kind === 'object')
    return Object.fromEntries(
      node.entries.map((entry) => [entry.key, exactValue(entry.value, text, hasDecimals)]),
    );
  if (node.kind === 'string') return exactText(node.value);
  if (node.kind !== 'number') return node.value;
  const literal = text.slice(node.start, node.end);
  if (hasDecimals && /^-?[0-9]+\.[0-9]+$/.test(literal)) return decimalValue(literal, node.value);
  if (Number.isSafeInteger(node.value)) return node.value;
  if (/^-?[0-9]+$/.test(literal)) return exactInteger(BigInt(literal));
  return Number.isInteger(node.value) ? exactInteger(BigInt(node.value)) : node.value;
}

/** A number where a float has its digits, else its digits. */
function decimalValue(literal: string, value: number): JsonValue {
  const digits = literal.replace(/\.?0+$/, '');
  if (digits === String(value)) return value;
  return /^-?[0-9]+$/.test(digits) ? exactInteger(BigInt(digits)) : exactDecimal(digits);
}
