import { Runtime } from '../runtime.ts';
import type { Expression, FilterNode } from '../syntax/nodes.ts';
import { findFilter } from '../filters/filters.ts';
import { findTest } from '../filters/tests.ts';
import { TemplateFault } from '../template-fault.ts';
import { getAttribute, getItem } from '../values/access.ts';
import { PyComplex } from '../values/complex.ts';
import { PyDict } from '../values/dict.ts';
import { Markup } from '../values/markup.ts';
import { isTrue } from '../values/truth.ts';
import { PyFloat, PyRange, PyTuple, type Value } from '../values/value.ts';
import { children } from './analyze.ts';
import { Frame } from './function-scope.ts';
import type { Evaluate, Scope } from './scope.ts';

/** Filters that want the running template's context: they are never evaluated before. */
const WITH_CONTEXT = new Set(['map', 'select', 'reject', 'selectattr', 'rejectattr', 'random']);

/**
 * The value that jinja2 evaluates an expression to when it compiles (nodes.py, `as_const`), null if it leaves it to the running
 * template: it has names or calls, or it fails. Where that value differs from the one of the running code, `scope.folding` says so.
 */
export function constantValue(
  node: Expression,
  scope: Scope,
  compile: Compile,
): { readonly value: Value } | null {
  if (node.kind === 'and' || node.kind === 'or') {
    const left = constantValue(node.left, scope, compile);
    if (left === null || isTrue(left.value) === (node.kind === 'or')) return left;
    return constantValue(node.right, scope, compile);
  }
  if (node.kind === 'conditional') {
    const test = constantValue(node.test, scope, compile);
    const chosen = test === null ? null : isTrue(test.value) ? node.yes : node.no;
    return chosen === null ? null : constantValue(chosen, scope, compile);
  }
  if (node.kind === 'compare' && failsEarly(node, scope, compile)) return { value: false };
  if (!isConstant(node, scope, compile)) return null;
  if (node.kind === 'constant' && (node.value === null || typeof node.value !== 'object'))
    return { value: node.value };
  const runtime = new Runtime(new Map(), { attribute: getAttribute, item: getItem }, '', false);
  runtime.autoescape = scope.escaping.on;
  try {
    const value = compile(node, { ...scope, folding: true })(new Frame(null, 0), runtime);
    return { value };
  } catch (error) {
    if (error instanceof TemplateFault || error instanceof RangeError) return null;
    throw error;
  }
}

/** Whether a link of the chain before the last is false: what follows it is not looked at. */
function failsEarly(node: CompareNode, scope: Scope, compile: Compile): boolean {
  for (let links = 1; links < node.operands.length; links++) {
    const part = { ...node, operands: node.operands.slice(0, links) };
    const result = constantValue(part, scope, compile);
    if (result === null) return false;
    if (!isTrue(result.value)) return true;
  }
  return false;
}

type CompareNode = Extract<Expression, { kind: 'compare' }>;
type Compile = (node: Expression, scope: Scope) => Evaluate;

function isConstant(node: Expression, scope: Scope, compile: Compile): boolean {
  if (node.kind === 'name' || node.kind === 'call' || node.kind === 'nsref') return false;
  if (node.kind === 'and' || node.kind === 'or') {
    const left = constantValue(node.left, scope, compile);
    if (left === null) return false;
    return isTrue(left.value) === (node.kind === 'or') || isConstant(node.right, scope, compile);
  }
  if (node.kind === 'conditional') {
    const test = constantValue(node.test, scope, compile);
    const chosen = test === null ? null : isTrue(test.value) ? node.yes : node.no;
    return chosen !== null && isConstant(chosen, scope, compile);
  }
  if (node.kind === 'compare' && failsEarly(node, scope, compile)) return true;
  if (node.kind === 'filter' && !isFoldableFilter(node, scope)) return false;
  if (node.kind === 'test' && (findTest(node.name) === undefined || scope.escaping.varies)) return false;
  return children(node).every((each) => isConstant(each, scope, compile));
}

function isFoldableFilter({ node, name }: FilterNode, scope: Scope): boolean {
  return node !== null && !scope.escaping.varies && !WITH_CONTEXT.has(name) && findFilter(name) !== undefined;
}

/** Whether the value can stand in generated code (compiler.py, `has_safe_repr`). */
export function isSafeConstant(value: Value): boolean {
  if (value === null || typeof value !== 'object') return true;
  if (Array.isArray(value)) return value.every(isSafeConstant);
  if (value instanceof PyDict) {
    for (const [key, item] of value.entries())
      if (!isSafeConstant(key) || !isSafeConstant(item)) return false;
    return true;
  }
  if (value instanceof PyTuple) return value.typeName === 'tuple' && value.items.every(isSafeConstant);
  return (
    value instanceof PyFloat ||
    value instanceof PyComplex ||
    value instanceof PyRange ||
    value instanceof Markup
  );
}

/** Whether the value's repr names `inf` or `nan`, which are no names in generated code. */
export function isUnnameable(value: Value): boolean {
  if (value instanceof PyFloat) return !Number.isFinite(value.value);
  if (Array.isArray(value)) return value.some(isUnnameable);
  if (value instanceof PyTuple) return value.items.some(isUnnameable);
  if (!(value instanceof PyDict)) return false;
  for (const [key, item] of value.entries()) if (isUnnameable(key) || isUnnameable(item)) return true;
  return false;
}
