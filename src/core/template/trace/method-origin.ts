import { strip, type Sides } from '../methods/text-strip.ts';
import { textIn } from '../values/markup.ts';
import { integral } from '../values/number.ts';
import { PyTuple, type Value } from '../values/value.ts';
import { cut, fitted, join, literal, type Origin, type TemplateRange } from './origin.ts';
import type { Tracer } from './tracer.ts';

/** A call of a method of str, or of a filter that does the same: the text and then the arguments lie on the stack from `base` on. */
interface TextCall {
  readonly method: string;
  readonly text: string;
  /** What it gave. */
  readonly value: Value;
  /** Of the call in the template. */
  readonly range: TemplateRange;
}

const SIDES: Readonly<Record<string, Sides>> = {
  strip: 'both',
  trim: 'both',
  lstrip: 'left',
  rstrip: 'right',
};
const SAME_LENGTH = new Set(['upper', 'lower', 'title', 'capitalize', 'swapcase', 'casefold']);

/**
 * Where the result of a text's method came from; of a list of parts, the parts' origins are kept. What cannot be followed comes from
 * the value as a whole.
 */
export function methodOrigin(trace: Tracer, base: number, call: TextCall): Origin | null {
  const { method, text, value, range } = call;
  if (Array.isArray(value) || value instanceof PyTuple) {
    keepParts(trace, base, call, Array.isArray(value) ? value : value.items);
    return null;
  }
  const result = textIn(value);
  if (result === undefined) return null;
  const origin = trace.textOrigin(base, range);
  if (result === text) return origin;
  const sides = SIDES[method];
  if (sides !== undefined) return stripped(trace, base, call, origin, sides, result);
  if (SAME_LENGTH.has(method)) return fitted(origin, result, range);
  switch (method) {
    case 'removeprefix':
      return cut(origin, text.length - result.length, text.length, trace.work);
    case 'removesuffix':
      return cut(origin, 0, result.length, trace.work);
    case 'replace':
      return replaced(trace, base, call, origin, result);
    case 'join':
      return joined(trace, base, call, result);
    case 'ljust':
    case 'rjust':
    case 'center':
    case 'zfill':
      return padded(trace, call, origin, result) ?? trace.whole(base, result, range);
    default:
      return trace.whole(base, result, range);
  }
}

function stripped(
  trace: Tracer,
  base: number,
  call: TextCall,
  origin: Origin,
  sides: Sides,
  result: string,
): Origin {
  const { text } = call;
  const characters = textIn(trace.value(base + 1)) ?? null;
  const from = sides === 'right' ? 0 : text.length - strip(text, characters, 'left').length;
  return cut(origin, from, from + result.length, trace.work);
}

function padded(trace: Tracer, { text, range }: TextCall, origin: Origin, result: string): Origin | null {
  const at = result.indexOf(text);
  if (at < 0 || text === '') return null;
  const fill = (length: number): Origin => literal(length, range);
  return join([fill(at), origin, fill(result.length - at - text.length)], trace.work);
}

function replaced(trace: Tracer, base: number, call: TextCall, origin: Origin, result: string): Origin {
  const { text, range } = call;
  const old = textIn(trace.value(base + 1)) ?? '';
  if (old === '') return trace.whole(base, result, range);
  const fresh = trace.textOrigin(base + 2, range);
  const count = Number(integral(trace.value(base + 3)) ?? -1);
  const parts: Origin[] = [];
  let at = 0;
  let left = count < 0 ? text.length : count;
  for (let next = text.indexOf(old); next >= 0 && left > 0; next = text.indexOf(old, at)) {
    parts.push(cut(origin, at, next, trace.work), fresh);
    at = next + old.length;
    left--;
  }
  parts.push(cut(origin, at, text.length, trace.work));
  return fitted(join(parts, trace.work), result, range);
}

/** Parts of a text stand in it one after another, with the separator between them. */
function keepParts(trace: Tracer, base: number, call: TextCall, parts: readonly Value[]): void {
  const { method, text } = call;
  const origin = trace.textOrigin(base, call.range);
  const separator = textIn(trace.value(base + 1)) ?? '';
  const isSplit = method === 'split' || method === 'rsplit';
  let at = 0;
  const origins = parts.map((part) => {
    const each = textIn(part) ?? '';
    // white space of any length lies between the parts that `split()` gives
    const from = isSplit && separator === '' ? text.indexOf(each, at) : at;
    if (from < 0 || !text.startsWith(each, from)) return null;
    at = from + each.length;
    const end = at;
    if (isSplit) at += separator.length;
    else if (method === 'splitlines') at += lineEndLength(text, from, at);
    return cut(origin, from, end, trace.work);
  });
  trace.addItems(call.value, origins);
}

/** Of the line from `from` to `to`; 0 if its end belongs to it. */
function lineEndLength(text: string, from: number, to: number): number {
  if (to > from && LINE_END.test(text.charAt(to - 1))) return 0;
  return text.startsWith('\r\n', to) ? 2 : LINE_END.test(text.charAt(to)) ? 1 : 0;
}

const LINE_END = /[\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]/;

/** `separator.join(items)`: the items' own origins are known of lists alone. */
function joined(trace: Tracer, base: number, call: TextCall, result: string): Origin {
  return joinedItems(
    trace,
    base,
    { separator: trace.textOrigin(base, call.range), items: trace.value(base + 1) },
    result,
    call.range,
  );
}

interface Joined {
  readonly separator: Origin | null;
  readonly items: Value;
}

/** What joined items came from; as a whole where they are not known one by one. */
export function joinedItems(
  trace: Tracer,
  base: number,
  { separator, items }: Joined,
  result: string,
  range: TemplateRange,
): Origin {
  const list = Array.isArray(items) ? items : items instanceof PyTuple ? items.items : null;
  if (list === null) return trace.whole(base, result, range);
  const parts: Origin[] = [];
  list.forEach((item, i) => {
    if (i > 0 && separator !== null) parts.push(separator);
    parts.push(trace.itemText(items, i, item, range));
  });
  const whole = join(parts, trace.work);
  return whole.length === result.length ? whole : trace.whole(base, result, range);
}
