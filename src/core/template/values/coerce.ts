import { TemplateFault, typeError } from '../template-fault.ts';
import { textIn } from './markup.ts';
import { integral } from './number.ts';
import { typeName } from './type-name.ts';
import { Undefined } from './undefined.ts';
import type { Value } from './value.ts';

/** An argument that Python takes as an index (`__index__`); far values are clamped to the safe range. */
export function toIndex(value: Value | undefined, fallback: number): number {
  if (value === undefined) return fallback;
  const int = integral(value);
  if (int === undefined) {
    if (value instanceof Undefined) return value.fail();
    return typeError(`'${typeName(value)}' object cannot be interpreted as an integer`);
  }
  if (typeof int === 'number') return int;
  return int > 0n ? Number.MAX_SAFE_INTEGER : Number.MIN_SAFE_INTEGER;
}

/** As `toIndex`, OverflowError for what no C ssize_t holds. */
export function toSize(value: Value | undefined, fallback: number): number {
  const index = toIndex(value, fallback);
  if (typeof value === 'bigint' && (value > 2n ** 63n - 1n || value < -(2n ** 63n))) {
    throw new TemplateFault('OverflowError', 'Python int too large to convert to C ssize_t');
  }
  return index;
}

/** As `toIndex`, OverflowError for what no C int holds. */
export function toInt(value: Value | undefined, fallback: number): number {
  const index = toIndex(value, fallback);
  if (index > 0x7fffffff || index < -0x80000000) {
    throw new TemplateFault('OverflowError', 'Python int too large to convert to C int');
  }
  return index;
}

/** A str argument; TypeError for anything else. */
export function toText(value: Value | undefined, what: string): string {
  const text = textIn(value);
  if (text !== undefined) return text;
  return typeError(`${what} must be str, not ${value === undefined ? 'missing' : typeName(value)}`);
}
