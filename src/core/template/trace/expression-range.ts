import type { Expression } from '../syntax/nodes.ts';
import type { TemplateRange } from './origin.ts';

/** All of an expression: filters and tests themselves begin at their name, behind what they are applied to. */
export function expressionRange(node: Expression): TemplateRange {
  let first = node;
  for (let next = operandInFront(node); next !== null; next = operandInFront(next)) first = next;
  return { start: Math.min(node.start, first.start), end: node.end };
}

function operandInFront(node: Expression): Expression | null {
  switch (node.kind) {
    case 'filter':
    case 'test':
    case 'attribute':
    case 'item':
      return node.node;
    case 'call':
      return node.callee;
    case 'binary':
    case 'and':
    case 'or':
    case 'compare':
      return node.left;
    case 'concat':
      return node.nodes[0] ?? null;
    case 'conditional':
      return node.yes;
    case 'constant':
    case 'name':
    case 'list':
    case 'tuple':
    case 'dict':
    case 'slice':
    case 'nsref':
    case 'sign':
    case 'not':
      return null;
    default:
      return node satisfies never;
  }
}
