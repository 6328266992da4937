import type { CallNode } from '../syntax/nodes.ts';
import { PyDict } from '../values/dict.ts';
import { LoopContext } from '../values/loop.ts';
import { textIn } from '../values/markup.ts';
import { Namespace } from '../values/namespace.ts';
import type { Value } from '../values/value.ts';
import type { Origin, TemplateRange } from './origin.ts';
import { methodOrigin } from './method-origin.ts';
import type { Derive } from './trace-expression.ts';
import type { Tracer } from './tracer.ts';

/** Where the value of a call came from. Before its arguments lies the callee on the stack, of a method the object. */
export function traceCall(node: CallNode, range: TemplateRange): Derive {
  const method = node.callee.kind === 'attribute' ? node.callee.name : null;
  return (trace, base, value) => {
    const captured = trace.capturedBy(base, value, range);
    if (captured !== null) return captured;
    const callee = trace.value(base);
    if (value instanceof Namespace || (value instanceof PyDict && method === null)) {
      keepKeywords(trace, base, node, value);
      return null;
    }
    if (method === null) return null;
    if (callee instanceof PyDict) return fromDict(trace, base, method, value, range);
    if (callee instanceof LoopContext) return sameArgument(trace, base, value);
    const text = textIn(callee);
    return text === undefined ? null : methodOrigin(trace, base, { method, text, value, range });
  };
}

/** `namespace(a=…)` and `dict(a=…)`. */
function keepKeywords(trace: Tracer, base: number, node: CallNode, value: Value): void {
  if (node.dynArgs !== null || node.dynKwargs !== null) return;
  const first = base + 1 + node.args.length;
  node.kwargs.forEach(({ key }, i) => trace.assignAttribute(value, key, trace.origin(first + i)));
}

function fromDict(
  trace: Tracer,
  base: number,
  method: string,
  value: Value,
  range: TemplateRange,
): Origin | null {
  if (method !== 'get') return null;
  const dict = trace.value(base);
  const key = trace.value(base + 1);
  if (typeof key !== 'string' || !(dict instanceof PyDict)) return null;
  return dict.getText(key) === undefined ? trace.origin(base + 2) : trace.item(dict, key, value, range);
}

/** `loop.cycle(a, b)` gives one of its arguments. */
function sameArgument(trace: Tracer, base: number, value: Value): Origin | null {
  for (let i = base + 1; i < trace.top; i++) if (trace.value(i) === value) return trace.origin(i);
  return null;
}
