import type { JsonEntry, JsonNode } from './positioned-json.ts';

/** Steps from the row to a value: keys and indices. */
export type Path = readonly (string | number)[];

/**
 * What a finding is about: all of it, a range of its text, a value, a key, or characters `from`–`to` (UTF-16, unescaped) of
 * a string value or key.
 */
export type Target =
  | { readonly kind: 'whole' }
  | { readonly kind: 'range'; readonly start: number; readonly end: number }
  | { readonly kind: 'value'; readonly path: Path }
  | { readonly kind: 'key'; readonly path: Path }
  | { readonly kind: 'value-text'; readonly path: Path; readonly from: number; readonly to: number }
  | { readonly kind: 'key-text'; readonly path: Path; readonly from: number; readonly to: number };

/** RFC 6901. */
export function pointerOf(path: Path): string {
  let pointer = '';
  for (const step of path) pointer += `/${typeof step === 'number' ? step : escaped(step)}`;
  return pointer;
}

function escaped(key: string): string {
  return key.includes('~') || key.includes('/') ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key;
}

/** The entry or value at a path; undefined if there is none. A key given twice counts by its last value. */
export function nodeAt(root: JsonNode, path: Path): { node: JsonNode; entry: JsonEntry | null } | undefined {
  let node = root;
  let entry: JsonEntry | null = null;
  for (const step of path) {
    entry = node.kind === 'object' ? (node.entries.findLast((each) => each.key === step) ?? null) : null;
    const next: JsonNode | undefined =
      node.kind === 'array' && typeof step === 'number' ? node.items[step] : entry?.value;
    if (next === undefined) return undefined;
    node = next;
  }
  return { node, entry };
}

/** Index in the JSON text of a character of an unescaped string whose opening quote is at `quote`. */
export function rawIndex(text: string, quote: number, index: number): number {
  let at = quote + 1;
  let left = index;
  for (
    let escape = text.indexOf('\\', at);
    escape >= 0 && escape - at < left;
    escape = text.indexOf('\\', at)
  ) {
    left -= escape - at + 1;
    at = escape + (text[escape + 1] === 'u' ? 6 : 2);
  }
  return at + left;
}
