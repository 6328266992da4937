import type { Runtime } from '../runtime.ts';
import type { CompareOperator, Expression } from '../syntax/nodes.ts';
import { equals, ordered } from '../values/compare.ts';
import { contains } from '../values/iterate.ts';
import type { Value } from '../values/value.ts';
import type { Evaluate } from './scope.ts';

type CompareNode = Extract<Expression, { kind: 'compare' }>;

/** One comparison, or a chain of them, each operand evaluated once. */
export function compileCompare(node: CompareNode, compile: (node: Expression) => Evaluate): Evaluate {
  const { start } = node;
  const first = compile(node.left);
  const operands = node.operands.map(({ operator, right }) => ({ operator, right: compile(right) }));
  const [only] = operands;
  if (operands.length === 1 && only !== undefined) {
    const { operator, right } = only;
    return (frame, runtime) => {
      const a = first(frame, runtime);
      const b = right(frame, runtime);
      runtime.at = start;
      return compare(runtime, operator, a, b);
    };
  }
  return (frame, runtime) => {
    let left = first(frame, runtime);
    for (const { operator, right } of operands) {
      const next = right(frame, runtime);
      runtime.at = start;
      if (!compare(runtime, operator, left, next)) return false;
      left = next;
    }
    return true;
  };
}

function compare(runtime: Runtime, operator: CompareOperator, left: Value, right: Value): boolean {
  if (operator === '==') return equals(left, right);
  if (operator === '!=') return !equals(left, right);
  if (operator === 'in') return contains(runtime, right, left);
  if (operator === 'not in') return !contains(runtime, right, left);
  return ordered(left, right, operator);
}
