import type { Runtime } from '../runtime.ts';
import { typeError, valueError } from '../template-fault.ts';
import { PyBytes } from './bytes.ts';
import { Markup } from './markup.ts';
import { integral } from './number.ts';
import { PyDict } from './dict.ts';
import { typeName } from './type-name.ts';
import { hasSurrogates, points } from './unicode.ts';
import { Undefined } from './undefined.ts';
import { PyObject, PyRange, PyTuple, type Value } from './value.ts';

/** A Python slice object: in `x[1:2, 3]`, and where a slice is evaluated at compile time. */
export class PySlice extends PyObject {
  readonly typeName = 'slice';
  readonly start: Value;
  readonly stop: Value;
  readonly step: Value;

  constructor(start: Value, stop: Value, step: Value) {
    super();
    this.start = start;
    this.stop = stop;
    this.step = step;
  }

  override repr(of: (value: Value) => string): string {
    return `slice(${of(this.start)}, ${of(this.stop)}, ${of(this.step)})`;
  }

  override attribute(name: string): Value | undefined {
    return name === 'start' || name === 'stop' || name === 'step' ? this[name] : undefined;
  }
}

/** Python's `value[start:stop:step]`. */
export function slice(runtime: Runtime, value: Value, start: Value, stop: Value, step: Value): Value {
  if (typeof value === 'string') return sliceText(runtime, value, start, stop, step);
  if (value instanceof Markup) return new Markup(sliceText(runtime, value.text, start, stop, step));
  if (value instanceof PyBytes)
    return new PyBytes(sliceItems(runtime, value.bytes, start, stop, step) as number[]);
  if (Array.isArray(value)) return sliceItems(runtime, value, start, stop, step);
  if (value instanceof PyTuple) return new PyTuple(sliceItems(runtime, value.items, start, stop, step));
  if (value instanceof PyRange) return sliceRange(value, start, stop, step);
  if (value instanceof Undefined) return value.fail();
  if (value instanceof PyDict) return typeError("unhashable type: 'slice'");
  return typeError(`'${typeName(value)}' object is not subscriptable`);
}

interface Bounds {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
}

function bound(value: Value, fallback: number): number {
  if (value === null) return fallback;
  const int = integral(value);
  if (int === undefined)
    return typeError('slice indices must be integers or None or have an __index__ method');
  return Number(int);
}

/** As `slice.indices(length)`. */
function bounds(length: number, start: Value, stop: Value, step: Value): Bounds {
  const stride = bound(step, 1);
  if (stride === 0) return valueError('slice step cannot be zero');
  const lowest = stride > 0 ? 0 : -1;
  const highest = stride > 0 ? length : length - 1;
  const clamp = (at: number): number => Math.min(Math.max(at < 0 ? at + length : at, lowest), highest);
  return {
    start: start === null ? (stride > 0 ? 0 : length - 1) : clamp(bound(start, 0)),
    stop: stop === null ? (stride > 0 ? length : -1) : clamp(bound(stop, 0)),
    step: stride,
  };
}

function pick<T>(items: readonly T[], { start, stop, step }: Bounds): T[] {
  if (step === 1) return items.slice(start, Math.max(start, stop));
  const picked: T[] = [];
  for (let i = start; step > 0 ? i < stop : i > stop; i += step) {
    const item = items[i];
    if (item !== undefined) picked.push(item);
  }
  return picked;
}

function sliceItems(
  runtime: Runtime,
  items: readonly Value[],
  start: Value,
  stop: Value,
  step: Value,
): Value[] {
  const picked = pick(items, bounds(items.length, start, stop, step));
  runtime.charge(picked.length);
  return picked;
}

function sliceText(runtime: Runtime, text: string, start: Value, stop: Value, step: Value): string {
  runtime.charge(text.length >> 6);
  if (!hasSurrogates(text)) {
    const range = bounds(text.length, start, stop, step);
    return range.step === 1
      ? text.slice(range.start, Math.max(range.start, range.stop))
      : pick(text.split(''), range).join('');
  }
  runtime.charge(text.length);
  const characters = points(text);
  return pick(characters, bounds(characters.length, start, stop, step)).join('');
}

function sliceRange(range: PyRange, start: Value, stop: Value, step: Value): PyRange {
  const picked = bounds(range.length, start, stop, step);
  return new PyRange(range.at(picked.start), range.at(picked.stop), range.step * picked.step);
}
