import type { Path } from './locate.ts';
import type { JsonNode } from './positioned-json.ts';
import { parsePositioned } from './positioned-json.ts';

/** The path is the walker's own, to be copied if it is kept. */
type VisitNumber = (literal: string, start: number, path: Path) => void;

/** Calls back with the literal of every number of a JSON text, in order, and where it begins. Slow: for rows under suspicion. */
export function eachNumber(text: string, visit: VisitNumber): void {
  const parsed = parsePositioned(text);
  if (parsed.ok) walk(parsed.root, text, [], visit);
}

function walk(node: JsonNode, text: string, path: (string | number)[], visit: VisitNumber): void {
  if (node.kind === 'number') visit(text.slice(node.start, node.end), node.start, path);
  else if (node.kind === 'array') {
    for (const [n, item] of node.items.entries()) walkStep(n, item, text, path, visit);
  } else if (node.kind === 'object')
    for (const { key, value } of node.entries) walkStep(key, value, text, path, visit);
}

function walkStep(
  step: string | number,
  node: JsonNode,
  text: string,
  path: (string | number)[],
  visit: VisitNumber,
): void {
  path.push(step);
  walk(node, text, path, visit);
  path.pop();
}
