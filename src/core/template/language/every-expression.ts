import { children } from '../compile/analyze.ts';
import { allStatements } from '../compile/inner-statements.ts';
import type { Expression, Statement } from '../syntax/nodes.ts';

/** The expressions directly in a statement, those of its inner statements left out. */
export function expressionsOf(node: Statement): readonly Expression[] {
  switch (node.kind) {
    case 'print':
      return [node.node];
    case 'if':
      return [node.test, ...node.elifs.map((each) => each.test)];
    case 'for':
      return node.test === null ? [node.iterable] : [node.iterable, node.test];
    case 'macro':
      return node.defaults;
    case 'call block':
      return [...node.defaults, node.call];
    case 'filter block':
      return [node.filter];
    case 'with':
      return node.values;
    case 'set':
    case 'autoescape':
      return [node.value];
    case 'set block':
      return node.filter === null ? [] : [node.filter];
    case 'load':
      return [node.template];
    case 'data':
    case 'generation':
    case 'block':
    case 'break':
    case 'continue':
      return [];
    default:
      return node satisfies never;
  }
}

/** Every expression of a template at any depth. */
export function* everyExpression(body: readonly Statement[]): Generator<Expression> {
  for (const statement of allStatements(body)) {
    for (const node of expressionsOf(statement)) yield* withChildren(node);
  }
}

/** An expression and all inside it, the outer one first. */
export function* withChildren(node: Expression): Generator<Expression> {
  yield node;
  for (const child of children(node)) yield* withChildren(child);
}
