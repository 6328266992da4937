import { parsePositioned, type JsonNode } from '../../json/positioned-json.ts';

/** A row with more characters than this is not shown: an editor would take long over it. */
const MOST_SHOWN = 200_000;

/**
 * A row on several lines, for the eye: everything as it is written, numbers and keys that stand twice included. Text that is no JSON is
 * quoted. Null if it is too long to be shown.
 */
export function shownRow(text: string): string | null {
  if (text.length > MOST_SHOWN) return null;
  const parsed = parsePositioned(text);
  return parsed.ok ? printed(parsed.root, text, '') : JSON.stringify(text);
}

function printed(node: JsonNode, text: string, indent: string): string {
  const inner = `${indent}  `;
  if (node.kind === 'array') {
    const items = node.items.map((item) => inner + printed(item, text, inner));
    return items.length === 0 ? '[]' : `[\n${items.join(',\n')}\n${indent}]`;
  }
  if (node.kind === 'object') {
    const entries = node.entries.map(
      ({ key, value }) => `${inner}${JSON.stringify(key)}: ${printed(value, text, inner)}`,
    );
    return entries.length === 0 ? '{}' : `{\n${entries.join(',\n')}\n${indent}}`;
  }
  return node.kind === 'number' ? text.slice(node.start, node.end) : JSON.stringify(node.value);
}
