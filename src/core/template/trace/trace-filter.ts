import type { FilterNode } from '../syntax/nodes.ts';
import { PyDict } from '../values/dict.ts';
import { textIn } from '../values/markup.ts';
import { PyTuple, type Value } from '../values/value.ts';
import { joinedItems, methodOrigin } from './method-origin.ts';
import { cut, fitted, type Origin, type TemplateRange } from './origin.ts';
import type { Derive } from './trace-expression.ts';
import type { Tracer } from './tracer.ts';

/** Filters that are methods of str as well. */
const AS_METHOD = new Set(['trim', 'upper', 'lower', 'title', 'capitalize', 'replace', 'center']);
const AS_IT_IS = new Set(['string', 'safe', 'e', 'escape', 'forceescape']);

/** Where the value of a filter came from: what it was given lies first on the stack, then its arguments. */
export function traceFilter(node: FilterNode, range: TemplateRange): Derive {
  const { name } = node;
  return (trace, base, value) => {
    const input = trace.value(base);
    const result = textIn(value);
    const text = textIn(input);
    if (AS_METHOD.has(name) && text !== undefined) {
      return methodOrigin(trace, base, { method: name, text, value, range });
    }
    if (AS_IT_IS.has(name) && result !== undefined)
      return fitted(trace.textOrigin(base, range), result, range);
    switch (name) {
      case 'default':
      case 'd':
        return trace.origin(value === input ? base : base + 1);
      case 'first':
      case 'last': {
        const length = result?.length ?? 0;
        if (text === undefined) return endItem(trace, base, name, value, range);
        const from = name === 'first' ? 0 : text.length - length;
        return cut(trace.textOrigin(base, range), from, from + length, trace.work);
      }
      case 'list':
        keepItems(trace, input, value);
        return null;
      case 'items':
      case 'dictsort':
        if (input instanceof PyDict) trace.addPairs(value, input);
        return null;
      case 'join':
        return result === undefined ? null : joinFilter(trace, base, node, range, result);
      default:
        return result === undefined ? null : trace.whole(base, result, range);
    }
  };
}

function endItem(
  trace: Tracer,
  base: number,
  which: 'first' | 'last',
  value: Value,
  range: TemplateRange,
): Origin | null {
  const input = trace.value(base);
  const size = sizeOf(input);
  if (size > 0) return trace.item(input, which === 'first' ? 0 : size - 1, value, range);
  const result = textIn(value);
  return result === undefined ? null : trace.whole(base, result, range);
}

/** Of a list or tuple; 0 for all else. */
function sizeOf(value: Value): number {
  return Array.isArray(value) ? value.length : value instanceof PyTuple ? value.items.length : 0;
}

function keepItems(trace: Tracer, input: Value, value: Value): void {
  if (!Array.isArray(value) || value === input || sizeOf(input) !== value.length) return;
  trace.addItems(value, (at) =>
    typeof at === 'number' ? trace.item(input, at, value[at] ?? null, NOWHERE) : null,
  );
}

const NOWHERE = { start: 0, end: 0 };

/** `items|join(separator)`; with `attribute` the items' own texts are not known. */
function joinFilter(
  trace: Tracer,
  base: number,
  node: FilterNode,
  range: TemplateRange,
  result: string,
): Origin {
  const plain = node.kwargs.length === 0 && node.args.length <= 1 && node.dynArgs === null;
  if (!plain) return trace.whole(base, result, range);
  const separator = node.args.length === 0 ? null : trace.textOrigin(base + 1, range);
  return joinedItems(trace, base, { separator, items: trace.value(base) }, result, range);
}
