import { children } from '../compile/analyze.ts';
import type { Expression } from '../syntax/nodes.ts';
import type { Range } from './variable.ts';

/** A name that an expression reads; `tested`: only whether it is there or true. */
export interface ReadName extends Range {
  readonly name: string;
  readonly tested: boolean;
}

type Position = 'value' | 'test';

/** Tests that ask no more of a value than whether it is there or true. */
const PRESENCE = new Set(['defined', 'undefined', 'none', 'true', 'false', 'boolean']);

/** The names that an expression reads, in source order of jinja2's visiting; `position` says whether its own value only decides something. */
export function readNames(node: Expression, position: Position): ReadName[] {
  const names: ReadName[] = [];
  collect(node, position, names);
  return names;
}

function collect(node: Expression, position: Position, names: ReadName[]): void {
  switch (node.kind) {
    case 'name':
      names.push({ name: node.name, start: node.start, end: node.end, tested: position === 'test' });
      return;
    case 'not':
      return collect(node.node, 'test', names);
    case 'and':
    case 'or':
      collect(node.left, position, names);
      return collect(node.right, position, names);
    case 'conditional':
      return conditional(node, position, names);
    case 'test':
      collect(node.node, PRESENCE.has(node.name) ? 'test' : 'value', names);
      return rest(node, names);
    case 'filter':
      if (node.node !== null) collect(node.node, isBooleanDefault(node) ? 'test' : 'value', names);
      return rest(node, names);
    case 'compare':
      return compare(node, names);
    case 'constant':
    case 'nsref':
    case 'attribute':
    case 'item':
    case 'slice':
    case 'call':
    case 'list':
    case 'tuple':
    case 'dict':
    case 'sign':
    case 'binary':
    case 'concat':
      for (const child of children(node)) collect(child, 'value', names);
      return;
    default:
      node satisfies never;
  }
}

/** `x if x is defined else true` only decides, as `x|default(true)` does. */
function conditional(
  node: Extract<Expression, { kind: 'conditional' }>,
  position: Position,
  names: ReadName[],
): void {
  const decides = position === 'test' || isBoolean(node.yes) || isBoolean(node.no);
  collect(node.test, 'test', names);
  collect(node.yes, decides ? 'test' : 'value', names);
  if (node.no !== null) collect(node.no, decides ? 'test' : 'value', names);
}

function compare(node: Extract<Expression, { kind: 'compare' }>, names: ReadName[]): void {
  const sides = [node.left, ...node.operands.map((each) => each.right)];
  const equality = node.operands.every(({ operator }) => operator === '==' || operator === '!=');
  const decides =
    equality && sides.some((each) => each.kind === 'constant' && (each.value === null || isBoolean(each)));
  for (const side of sides) collect(side, decides ? 'test' : 'value', names);
}

function rest(node: Extract<Expression, { kind: 'test' | 'filter' }>, names: ReadName[]): void {
  for (const child of children(node)) if (child !== node.node) collect(child, 'value', names);
}

function isBooleanDefault(node: Extract<Expression, { kind: 'filter' }>): boolean {
  const [fallback] = node.args;
  return (node.name === 'default' || node.name === 'd') && isBoolean(fallback ?? null);
}

function isBoolean(node: Expression | null): boolean {
  return node?.kind === 'constant' && typeof node.value === 'boolean';
}
