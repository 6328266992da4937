import type { Frame } from '../compile/function-scope.ts';
import type { Evaluate } from '../compile/scope.ts';
import type { Expression, SliceNode } from '../syntax/nodes.ts';
import { integral } from '../values/number.ts';
import { textIn } from '../values/markup.ts';
import { hasSurrogates, pointLength, points } from '../values/unicode.ts';
import { PyTuple, type Value } from '../values/value.ts';
import { expressionRange } from './expression-range.ts';
import { cut, join, literal, readAt, type Origin, type TemplateRange } from './origin.ts';
import { traceCall } from './trace-call.ts';
import { traceFilter } from './trace-filter.ts';
import type { Tracer } from './tracer.ts';

/** The origin of an expression's value; its operands lie on the tracer's stack from `base` on. */
export type Derive = (trace: Tracer, base: number, value: Value) => Origin | null;

/** Adds to the closure of an expression what tells the tracer where its value came from. */
export function traceExpression(node: Expression, evaluate: Evaluate): Evaluate {
  const derive = deriver(node, expressionRange(node));
  if (node.kind === 'call') return traceOperands(evaluate, derive);
  return (frame, runtime) => {
    const { trace } = runtime;
    if (trace === null) return evaluate(frame, runtime);
    const base = trace.top;
    const value = evaluate(frame, runtime);
    trace.settle(base, value, derive(trace, base, value));
    return value;
  };
}

/** As above; macros take their arguments' origins from the stack. */
function traceOperands(evaluate: Evaluate, derive: Derive): Evaluate {
  return (frame, runtime) => {
    const { trace } = runtime;
    if (trace === null) return evaluate(frame, runtime);
    const base = trace.top;
    const outer = trace.beginCall();
    const value = evaluate(frame, runtime);
    trace.endCall(outer);
    trace.settle(base, value, derive(trace, base, value));
    return value;
  };
}

/** A value that stands in the template, or was evaluated when it was compiled. */
export function traceConstant(node: Expression, evaluate: Evaluate): Evaluate {
  const range = expressionRange(node);
  let origin: Origin | null = null;
  return (frame, runtime) => {
    const value = evaluate(frame, runtime);
    const { trace } = runtime;
    origin ??= literal(textIn(value)?.length ?? 0, range);
    trace?.settle(trace.top, value, origin);
    return value;
  };
}

/** A variable: what came from the data is said to stand where the variable does. */
export function traceName(
  node: TemplateRange,
  originOf: (frame: Frame) => Origin | null,
  evaluate: Evaluate,
): Evaluate {
  return (frame, runtime) => {
    const value = evaluate(frame, runtime);
    const { trace } = runtime;
    if (trace === null) return value;
    trace.settle(trace.top, value, readAt(originOf(frame), node));
    return value;
  };
}

/** What a filter block or set block hands to its filter. */
export function traceCaptured(node: TemplateRange, evaluate: Evaluate): Evaluate {
  return (frame, runtime) => {
    const value = evaluate(frame, runtime);
    const { trace } = runtime;
    trace?.settle(trace.top, value, trace.capturedOrigin(textIn(value) ?? '', node));
    return value;
  };
}

const NONE: Derive = () => null;

function deriver(node: Expression, range: TemplateRange): Derive {
  switch (node.kind) {
    case 'constant':
    case 'name':
    case 'sign':
    case 'not':
    case 'test':
    case 'compare':
    case 'slice':
    case 'nsref':
      return NONE;
    case 'attribute':
      return (trace, base, value) => trace.item(trace.value(base), node.name, value, range);
    case 'item':
      return node.key.kind === 'slice' ? sliced(range, node.key) : item(range);
    case 'call':
      return traceCall(node, range);
    case 'filter':
      return traceFilter(node, range);
    case 'binary':
      return binary(node, range);
    case 'concat': {
      const ranges = node.nodes.map(expressionRange);
      return (trace, base) =>
        join(
          ranges.map((each, i) => trace.textOrigin(base + i, each)),
          trace.work,
        );
    }
    case 'and':
    case 'or':
      return (trace) => trace.origin(trace.top - 1);
    case 'conditional':
      // without an else there is no value, and nothing on the stack but the test
      return (trace, base) => (trace.top - base < 2 ? null : trace.origin(trace.top - 1));
    case 'list':
    case 'tuple':
      return (trace, base, value) => {
        trace.addItems(value, trace.operands(base));
        return null;
      };
    case 'dict':
      return (trace, base, value) => {
        const origins = trace.operands(base);
        node.entries.forEach((_, i) => {
          const key = trace.value(base + 2 * i);
          if (typeof key === 'string') trace.assignAttribute(value, key, origins[2 * i + 1] ?? null);
        });
        return null;
      };
    default:
      return node satisfies never;
  }
}

function item(range: TemplateRange): Derive {
  return (trace, base, value) => {
    const container = trace.value(base);
    const key = trace.value(base + 1);
    if (typeof key === 'string') return trace.item(container, key, value, range);
    const index = integral(key);
    if (index === undefined) return null;
    const text = textIn(container);
    if (text !== undefined) {
      const at = Number(index) < 0 ? pointLength(text) + Number(index) : Number(index);
      const from = unitIndex(text, at);
      const origin = trace.textOrigin(base, range);
      return cut(origin, from, from + (textIn(value)?.length ?? 0), trace.work);
    }
    const length = Array.isArray(container)
      ? container.length
      : container instanceof PyTuple
        ? container.size()
        : 0;
    return trace.item(container, Number(index) < 0 ? length + Number(index) : Number(index), value, range);
  };
}

/** A stretch of a text or list; with steps other than 1 only what a list's items came from is known. */
function sliced(range: TemplateRange, key: SliceNode): Derive {
  const toAt = key.from === null ? 1 : 2;
  const stepAt = key.to === null ? toAt : toAt + 1;
  return (trace, base, value) => {
    const container = trace.value(base);
    const step = key.step === null ? 1 : Number(integral(trace.value(base + stepAt)) ?? 1);
    const given = key.from === null ? null : integral(trace.value(base + 1));
    const text = textIn(container);
    if (text !== undefined) {
      const part = textIn(value) ?? '';
      if (step !== 1) return trace.whole(base, part, range);
      const from = unitIndex(text, clamped(given, pointLength(text)));
      return cut(trace.textOrigin(base, range), from, from + part.length, trace.work);
    }
    if (!Array.isArray(container)) return null;
    const first = step < 0 && given === null ? container.length - 1 : clamped(given, container.length);
    trace.addItems(value, (at) =>
      typeof at === 'number'
        ? trace.item(container, first + at * step, container[first + at * step] ?? null, range)
        : null,
    );
    return null;
  };
}

function clamped(index: number | bigint | null | undefined, length: number): number {
  const at = Number(index ?? 0);
  return Math.min(length, Math.max(0, at < 0 ? length + at : at));
}

/** UTF-16 index of a code point index. */
function unitIndex(text: string, point: number): number {
  return hasSurrogates(text) ? points(text).slice(0, point).join('').length : point;
}

function binary(node: Extract<Expression, { kind: 'binary' }>, range: TemplateRange): Derive {
  const left = expressionRange(node.left);
  const right = expressionRange(node.right);
  return (trace, base, value) => {
    if (Array.isArray(value)) {
      const first = trace.value(base);
      const second = trace.value(base + 1);
      const length = Array.isArray(first) ? first.length : 0;
      trace.addItems(value, (at) => {
        if (typeof at !== 'number') return null;
        const [from, key] = at < length ? [first, at] : [second, at - length];
        return trace.item(from, key, value[at] ?? null, range);
      });
      return null;
    }
    const text = textIn(value);
    if (text === undefined) return null;
    if (node.operator === '+') {
      return join([trace.textOrigin(base, left), trace.textOrigin(base + 1, right)], trace.work);
    }
    if (node.operator === '*') return repeated(trace, base, text, range);
    return trace.whole(base, text, range);
  };
}

const MOST_REPEATS = 1000;

function repeated(trace: Tracer, base: number, text: string, range: TemplateRange): Origin {
  const at = textIn(trace.value(base)) === undefined ? base + 1 : base;
  const origin = trace.textOrigin(at, range);
  const times = origin.length === 0 ? 0 : text.length / origin.length;
  if (times > MOST_REPEATS) return trace.whole(base, text, range);
  return join(
    Array.from({ length: times }, () => origin),
    trace.work,
  );
}
