import type { Runtime } from '../runtime.ts';
import { modulo } from './arithmetic.ts';
import { Markup } from './markup.ts';
import { printf, printfMarkup } from './printf.ts';
import type { Value } from './value.ts';

/** Python's `left % right`: texts format, numbers divide. */
export function remainder(runtime: Runtime, left: Value, right: Value): Value {
  if (typeof left === 'string') return printf(runtime, left, right);
  return left instanceof Markup ? printfMarkup(runtime, left.text, right) : modulo(left, right);
}
