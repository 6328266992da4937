import { findFilter } from '../filters/filters.ts';
import { findTest } from '../filters/tests.ts';
import type { Runtime } from '../runtime.ts';
import type { CallNode, Constant, Expression, FilterNode, TestNode } from '../syntax/nodes.ts';
import { TemplateFault } from '../template-fault.ts';
import { traceCaptured, traceConstant, traceExpression, traceName } from '../trace/trace-expression.ts';
import { callMethod, callValue, getAttribute, getItem, hasMethod } from '../values/access.ts';
import { arithmetic, signed } from '../values/arithmetic.ts';
import { PyDict } from '../values/dict.ts';
import { joinMarkup } from '../values/join-markup.ts';
import { joinTexts, textOf } from '../values/iterate.ts';
import { remainder } from '../values/remainder.ts';
import { intRepr, repr } from '../values/repr.ts';
import { isTrue } from '../values/truth.ts';
import { Undefined } from '../values/undefined.ts';
import { PyFloat, PyTuple, type Kwargs, type Value } from '../values/value.ts';
import { compileArguments } from './compile-arguments.ts';
import { compileCompare } from './compile-compare.ts';
import { compileSlice, compileSliceObject } from './compile-slice.ts';
import { constantValue, isSafeConstant, isUnnameable } from './constant-value.ts';
import type { Frame } from './function-scope.ts';
import { originReader, reader, softScope, type Evaluate, type Scope } from './scope.ts';

/** Compiles an expression to a closure. What can fail marks its place first. */
export function compileExpression(node: Expression, scope: Scope): Evaluate {
  if (scope.folding) return compileUnfolded(node, scope);
  const folded = compileFolded(node, scope);
  const evaluate = folded ?? compileUnfolded(node, scope);
  if (!isTraced(scope)) return evaluate;
  if (folded !== null || node.kind === 'constant') return traceConstant(node, evaluate);
  if (node.kind === 'name') {
    const slot = scope.symbols.ref(node.name, node.start);
    return traceName(node, originReader(scope.symbols.scope, slot), evaluate);
  }
  // these two add it themselves, since they are compiled from elsewhere too
  return node.kind === 'call' || node.kind === 'filter' ? evaluate : traceExpression(node, evaluate);
}

/** What is evaluated at compile time is not traced. */
function isTraced(scope: Scope): boolean {
  return scope.symbols.scope.tracing && !scope.folding;
}

/** Literals and what only wraps others stand in the generated code as they are. */
const UNOPTIMIZED: ReadonlySet<Expression['kind']> = new Set<Expression['kind']>([
  'constant',
  'name',
  'tuple',
  'list',
  'dict',
  'call',
  'slice',
  'nsref',
]);

/** The constant that jinja2's optimizer puts in the place of an expression; null if it leaves it. */
function compileFolded(node: Expression, scope: Scope): Evaluate | null {
  // nothing is folded where only the running template knows whether it escapes
  if (UNOPTIMIZED.has(node.kind) || scope.escaping.varies) return null;
  const constant = constantValue(node, scope, compileExpression);
  if (constant === null || !isSafeConstant(constant.value)) return null;
  return compileValue(constant.value, scope);
}

/** A value as it stands in the generated code: its repr, which knows no `inf` and `nan`. */
function compileValue(value: Value, scope: Scope): Evaluate {
  if (typeof value === 'bigint') intRepr(value);
  if (!scope.folding && isUnnameable(value)) {
    return () => {
      throw new TemplateFault('NameError', `name '${repr(value)}' is not defined`);
    };
  }
  return () => value;
}

function compileUnfolded(node: Expression, scope: Scope): Evaluate {
  const { start } = node;
  switch (node.kind) {
    case 'constant':
      return compileConstant(node.value, scope);
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
    case 'concat':
      return compileConcat(node.nodes, scope);
    case 'compare':
      return compileCompare(node, (each) => compileExpression(each, scope));
    case 'conditional':
      return compileConditional(node, softScope(scope));
    case 'slice':
      return compileSliceObject(node, scope, compileExpression);
    case 'nsref':
      throw new TemplateFault('TemplateSyntaxError', 'a namespace attribute is no value here', start);
    default:
      return node satisfies never;
  }
}

function compileConstant(constant: Constant, scope: Scope): Evaluate {
  return compileValue(
    constant !== null && typeof constant === 'object' ? new PyFloat(constant.float) : constant,
    scope,
  );
}

function compileConcat(nodes: readonly Expression[], scope: Scope): Evaluate {
  const parts = nodes.map((each) => compileExpression(each, scope));
  const { on, varies } = scope.escaping;
  const plain: Evaluate = (frame, runtime) =>
    joinTexts(
      runtime,
      '',
      parts.map((each) => textOf(each(frame, runtime))),
    );
  // folded, it joins plain texts (nodes.py, Concat.as_const), and so it does where only the running template knows whether it
  // escapes: the code asks for a flag that is never set there (compiler.py:1730)
  if (scope.folding || varies || !on) return plain;
  return (frame, runtime) =>
    joinMarkup(
      runtime,
      parts.map((each) => each(frame, runtime)),
    );
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
  if (key.kind === 'slice') return compileSlice(inner, key, start, scope, compileExpression);
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

type Extra = ((frame: Frame, runtime: Runtime) => Kwargs) | null;

/** `extra` gives the `caller` of a call block. */
export function compileCall(node: CallNode, scope: Scope, extra: Extra = null): Evaluate {
  const evaluate = compilePlainCall(node, scope, extra);
  return isTraced(scope) ? traceExpression(node, evaluate) : evaluate;
}

function compilePlainCall(node: CallNode, scope: Scope, extra: Extra): Evaluate {
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
  const evaluate = compilePlainFilter(node, scope, block);
  return isTraced(scope) ? traceExpression(node, evaluate) : evaluate;
}

function compilePlainFilter(node: FilterNode, scope: Scope, block: Evaluate | null): Evaluate {
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
  if (node.node === null) {
    const text = block ?? (() => '');
    return isTraced(scope) ? traceCaptured(node, text) : text;
  }
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
  const isFresh = scope.folding && name === 'sameas';
  return (frame, runtime) => {
    const value = inner(frame, runtime);
    const positional = args.positional(frame, runtime);
    const keywords = args.keywords(frame, runtime);
    runtime.at = start;
    // two constants are two objects, unless Python keeps only one of the kind
    if (isFresh && !isShared(value)) return false;
    if (test === undefined) throw new TemplateFault('TemplateRuntimeError', `No test named '${name}' found.`);
    return test(runtime, value, positional, keywords);
  };
}

/** Whether CPython has one object for all equal values: small ints, texts of up to one Latin-1 character, None, True and False. */
function isShared(value: Value): boolean {
  if (typeof value === 'number') return value >= -5 && value <= 256;
  if (typeof value === 'string') return value === '' || (value.length === 1 && value <= '\xff');
  return (
    value === null || typeof value === 'boolean' || (value instanceof PyTuple && value.items.length === 0)
  );
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
      return remainder(runtime, a, b);
    };
  }
  if (operator === '**' && !scope.folding && isNegativeConstant(node.left, scope)) {
    // the generated code is `-2 ** x`, in which Python applies the sign last
    return (frame, runtime) => {
      const a = left(frame, runtime);
      const b = right(frame, runtime);
      runtime.at = start;
      return signed('-', arithmetic(runtime, operator, signed('-', a), b));
    };
  }
  return (frame, runtime) => {
    const a = left(frame, runtime);
    const b = right(frame, runtime);
    runtime.at = start;
    return arithmetic(runtime, operator, a, b);
  };
}

function isNegativeConstant(node: Expression, scope: Scope): boolean {
  if (scope.escaping.varies) return false;
  const value = constantValue(node, scope, compileExpression)?.value;
  if (value instanceof PyFloat) return value.value < 0 || Object.is(value.value, -0);
  return (typeof value === 'number' || typeof value === 'bigint') && value < 0;
}

function compileConditional(node: Extract<Expression, { kind: 'conditional' }>, scope: Scope): Evaluate {
  const test = compileExpression(node.test, scope);
  const yes = compileExpression(node.yes, scope);
  const hint = 'the inline if-expression evaluated to false and no else section was defined.';
  const no =
    node.no === null ? () => new Undefined(null, undefined, hint) : compileExpression(node.no, scope);
  return (frame, runtime) => (isTrue(test(frame, runtime)) ? yes(frame, runtime) : no(frame, runtime));
}
