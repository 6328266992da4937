import { findFilter } from '../filters/filters.ts';
import { findTest } from '../filters/tests.ts';
import type { Runtime } from '../runtime.ts';
import type { Constant, Expression, FilterNode, SliceNode, TestNode } from '../syntax/nodes.ts';
import { TemplateFault } from '../template-fault.ts';
import { callMethod, callValue, getAttribute, getItem, hasMethod } from '../values/access.ts';
import { arithmetic, modulo, signed } from '../values/arithmetic.ts';
import { PyDict } from '../values/dict.ts';
import { joinTexts, textOf } from '../values/iterate.ts';
import { printf } from '../values/printf.ts';
import { slice } from '../values/slice.ts';
import { isTrue } from '../values/truth.ts';
import { Undefined } from '../values/undefined.ts';
import { PyFloat, PyTuple, type Kwargs, type Value } from '../values/value.ts';
import { compileArguments } from './compile-arguments.ts';
import { compileCompare } from './compile-compare.ts';
import type { Frame } from './function-scope.ts';
import { reader, softScope, type Evaluate, type Scope } from './scope.ts';

/** Compiles an expression to a closure. What can fail marks its place first. */
export function compileExpression(node: Expression, scope: Scope): Evaluate {
  const { start } = node;
  switch (node.kind) {
    case 'constant':
      return compileConstant(node.value);
    case 'name':
      return compileName(node.name, start, scope);
    case 'tuple': {
      const items = node.items.map((item) => compileExpression(item, scope));
      return (frame, runtime) => new PyTuple(items.map((item) => item(frame, runtime)));
    }
    case 'list': {
      const items = node.items.map((item) => compileExpression(item, scope));
      return (frame, runtime) => items.map((item) => item(frame, runtime));
    }
    case 'dict':
      return compileDict(node.entries, start, scope);
    case 'attribute':
      return compileAttribute(node.node, node.name, start, scope);
    case 'item':
      return compileItem(node.node, node.key, start, scope);
    case 'call':
      return compileCall(node, scope);
    case 'filter':
      return compileFilter(node, scope, null);
    case 'test':
      return compileTest(node, scope);
    case 'sign': {
      const inner = compileExpression(node.node, scope);
      const { operator } = node;
      return (frame, runtime) => {
        const value = inner(frame, runtime);
        runtime.at = start;
        return signed(operator, value);
      };
    }
    case 'not': {
      const inner = compileExpression(node.node, scope);
      return (frame, runtime) => !isTrue(inner(frame, runtime));
    }
    case 'binary':
      return compileBinary(node, scope);
    case 'and': {
      const left = compileExpression(node.left, scope);
      const right = compileExpression(node.right, scope);
      return (frame, runtime) => {
        const value = left(frame, runtime);
        return isTrue(value) ? right(frame, runtime) : value;
      };
    }
    case 'or': {
      const left = compileExpression(node.left, scope);
      const right = compileExpression(node.right, scope);
      return (frame, runtime) => {
        const value = left(frame, runtime);
        return isTrue(value) ? value : right(frame, runtime);
      };
    }
    case 'concat': {
      const nodes = node.nodes.map((each) => compileExpression(each, scope));
      return (frame, runtime) =>
        joinTexts(
          runtime,
          '',
          nodes.map((each) => textOf(each(frame, runtime))),
        );
    }
    case 'compare':
      return compileCompare(node, (each) => compileExpression(each, scope));
    case 'conditional':
      return compileConditional(node, softScope(scope));
    case 'slice':
      throw new TemplateFault('TypeError', 'slices stand alone between brackets', start);
    case 'nsref':
      throw new TemplateFault('TemplateSyntaxError', 'a namespace attribute is no value here', start);
    default:
      return node satisfies never;
  }
}

function compileConstant(constant: Constant): Evaluate {
  const value: Value =
    constant !== null && typeof constant === 'object' ? new PyFloat(constant.float) : constant;
  return () => value;
}

function compileName(name: string, start: number, scope: Scope): Evaluate {
  const slot = scope.symbols.ref(name, start);
  const read = reader(scope.symbols.scope, slot);
  const { index } = slot;
  if (slot.scope === scope.symbols.scope)
    return (frame) => frame.slots[index] ?? missing(frame.slots[index], name);
  return (frame) => {
    const value = read(frame);
    return value ?? missing(value, name);
  };
}

/** None is a value, missing is none. */
function missing(value: null | undefined | Value, name: string): Value {
  return value === undefined ? new Undefined(name) : value;
}

function compileDict(
  entries: readonly (readonly [Expression, Expression])[],
  start: number,
  scope: Scope,
): Evaluate {
  const compiled = entries.map(
    ([key, value]) => [compileExpression(key, scope), compileExpression(value, scope)] as const,
  );
  return (frame, runtime) => {
    const dict = new PyDict();
    for (const [key, value] of compiled) {
      const keyValue = key(frame, runtime);
      const item = value(frame, runtime);
      runtime.at = start;
      dict.set(keyValue, item);
    }
    return dict;
  };
}

const PLAIN_DICT = new PyDict();

function compileAttribute(node: Expression, name: string, start: number, scope: Scope): Evaluate {
  const inner = compileExpression(node, scope);
  const isDictItem = !hasMethod(PLAIN_DICT, name) && !name.startsWith('__');
  return (frame, runtime) => {
    const value = inner(frame, runtime);
    if (isDictItem && value instanceof PyDict) return value.getText(name) ?? getAttributeOfDict(value, name);
    runtime.at = start;
    return getAttribute(value, name);
  };
}

/** A key that is missing, or whose value is None. */
function getAttributeOfDict(dict: PyDict, name: string): Value {
  return dict.getText(name) === null ? null : new Undefined(name, dict);
}

function compileItem(node: Expression, key: Expression, start: number, scope: Scope): Evaluate {
  const inner = compileExpression(node, scope);
  if (key.kind === 'slice') return compileSlice(inner, key, start, scope);
  const keyOf = compileExpression(key, scope);
  return (frame, runtime) => {
    const value = inner(frame, runtime);
    const at = keyOf(frame, runtime);
    runtime.at = start;
    const item = getItem(value, at);
    if (item instanceof PyDict && item.messageIndex >= 0) runtime.message = item.messageIndex;
    return item;
  };
}

function compileSlice(inner: Evaluate, key: SliceNode, start: number, scope: Scope): Evaluate {
  const part = (node: Expression | null): Evaluate =>
    node === null ? () => null : compileExpression(node, scope);
  const from = part(key.from);
  const to = part(key.to);
  const step = part(key.step);
  return (frame, runtime) => {
    const value = inner(frame, runtime);
    const first = from(frame, runtime);
    const last = to(frame, runtime);
    const stride = step(frame, runtime);
    runtime.at = start;
    return slice(runtime, value, first, last, stride);
  };
}

type CallNode = Extract<Expression, { kind: 'call' }>;
type Extra = ((frame: Frame, runtime: Runtime) => Kwargs) | null;

/** `extra` gives the `caller` of a call block. */
export function compileCall(node: CallNode, scope: Scope, extra: Extra = null): Evaluate {
  const { start, callee } = node;
  const args = compileArguments(node, (each) => compileExpression(each, scope), start);
  if (callee.kind === 'attribute' && extra === null) {
    const object = compileExpression(callee.node, scope);
    const { name } = callee;
    return (frame, runtime) => {
      const value = object(frame, runtime);
      const positional = args.positional(frame, runtime);
      const keywords = args.keywords(frame, runtime);
      runtime.step();
      runtime.at = start;
      return callMethod(runtime, value, name, positional, keywords);
    };
  }
  const target = compileExpression(callee, scope);
  return (frame, runtime) => {
    const value = target(frame, runtime);
    const positional = args.positional(frame, runtime);
    const keywords =
      extra === null
        ? args.keywords(frame, runtime)
        : merge(args.keywords(frame, runtime), extra(frame, runtime));
    runtime.step();
    runtime.at = start;
    return callValue(runtime, value, positional, keywords);
  };
}

function merge(first: Kwargs, second: Kwargs): Kwargs {
  return new Map([...(first ?? []), ...(second ?? [])]);
}

/** `block` gives what a filter block or set block wrote, for a filter that stands on nothing else. */
export function compileFilter(node: FilterNode, scope: Scope, block: Evaluate | null): Evaluate {
  const { start, name } = node;
  const filter = findFilter(name);
  if (filter === undefined && !scope.soft) {
    throw new TemplateFault('TemplateAssertionError', `No filter named '${name}'.`, start);
  }
  const inner = compileFilterInput(node, scope, block);
  const args = compileArguments(node, (each) => compileExpression(each, scope), start);
  return (frame, runtime) => {
    const value = inner(frame, runtime);
    const positional = args.positional(frame, runtime);
    const keywords = args.keywords(frame, runtime);
    runtime.step();
    runtime.at = start;
    if (filter === undefined)
      throw new TemplateFault('TemplateRuntimeError', `No filter named '${name}' found.`);
    return filter(runtime, value, positional, keywords);
  };
}

function compileFilterInput(node: FilterNode, scope: Scope, block: Evaluate | null): Evaluate {
  if (node.node === null) return block ?? (() => '');
  if (node.node.kind === 'filter') return compileFilter(node.node, scope, block);
  return compileExpression(node.node, scope);
}

function compileTest(node: TestNode, scope: Scope): Evaluate {
  const { start, name } = node;
  const inner = compileExpression(node.node, scope);
  if (name === 'defined' && node.args.length === 0 && node.kwargs.length === 0) {
    return (frame, runtime) => !(inner(frame, runtime) instanceof Undefined);
  }
  const test = findTest(name);
  if (test === undefined && !scope.soft) {
    throw new TemplateFault('TemplateAssertionError', `No test named '${name}'.`, start);
  }
  const args = compileArguments(node, (each) => compileExpression(each, scope), start);
  return (frame, runtime) => {
    const value = inner(frame, runtime);
    const positional = args.positional(frame, runtime);
    const keywords = args.keywords(frame, runtime);
    runtime.at = start;
    if (test === undefined) throw new TemplateFault('TemplateRuntimeError', `No test named '${name}' found.`);
    return test(runtime, value, positional, keywords);
  };
}

function compileBinary(node: Extract<Expression, { kind: 'binary' }>, scope: Scope): Evaluate {
  const { start, operator } = node;
  const left = compileExpression(node.left, scope);
  const right = compileExpression(node.right, scope);
  if (operator === '%') {
    return (frame, runtime) => {
      const a = left(frame, runtime);
      const b = right(frame, runtime);
      runtime.at = start;
      return typeof a === 'string' ? printf(runtime, a, b) : modulo(a, b);
    };
  }
  return (frame, runtime) => {
    const a = left(frame, runtime);
    const b = right(frame, runtime);
    runtime.at = start;
    return arithmetic(runtime, operator, a, b);
  };
}

function compileConditional(node: Extract<Expression, { kind: 'conditional' }>, scope: Scope): Evaluate {
  const test = compileExpression(node.test, scope);
  const yes = compileExpression(node.yes, scope);
  const hint = 'the inline if-expression evaluated to false and no else section was defined.';
  const no =
    node.no === null ? () => new Undefined(null, undefined, hint) : compileExpression(node.no, scope);
  return (frame, runtime) => (isTrue(test(frame, runtime)) ? yes(frame, runtime) : no(frame, runtime));
}
