import type { JsonNode } from './positioned-json.ts';
import { parsePositioned } from './positioned-json.ts';

/** Calls back with the literal of every number of a JSON text, in order, and where it begins. Slow: for rows under suspicion. */
export function eachNumber(text: string, visit: (literal: string, start: number) => void): void {
  const parsed = parsePositioned(text);
  if (parsed.ok) walk(parsed.root, text, visit);
}

function walk(node: JsonNode, text: string, visit: (literal: string, start: number) => void): void {
  if (node.kind === 'number') visit(text.slice(node.start, node.end), node.start);
  else if (node.kind === 'array') for (const item of node.items) walk(item, text, visit);
  else if (node.kind === 'object') for (const { value } of node.entries) walk(value, text, visit);
}
