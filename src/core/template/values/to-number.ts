import { isFault, TemplateFault, typeError, valueError } from '../template-fault.ts';
import { strip } from '../methods/text-strip.ts';
import { floatOf } from './arithmetic.ts';
import { asciiDigits } from './ascii-digits.ts';
import { textIn } from './markup.ts';
import { numeric, toInt } from './number.ts';
import { repr } from './repr.ts';
import { typeName } from './type-name.ts';
import { Undefined } from './undefined.ts';
import { PyFloat, type Value } from './value.ts';

const PREFIX: Readonly<Record<string, number>> = { b: 2, o: 8, x: 16 };

/** Python's `int(text, base)`. */
export function parseInteger(text: string, base: number): number | bigint {
  const fail = (): never => valueError(`invalid literal for int() with base ${base}: ${repr(text)}`);
  if (base !== 0 && (base < 2 || base > 36)) return valueError('int() base must be >= 2 and <= 36, or 0');
  const match = /^([+-]?)(0[bBoOxX]_?)?([0-9a-zA-Z_]+)$/.exec(asciiDigits(strip(text, null, 'both')));
  if (match === null) return fail();
  const [, sign = '', prefix = '', digits = ''] = match;
  const prefixBase = prefix === '' ? undefined : PREFIX[prefix.charAt(1).toLowerCase()];
  const usesPrefix = prefixBase !== undefined && (base === 0 || base === prefixBase);
  const radix = usesPrefix ? prefixBase : base === 0 ? 10 : base;
  const body = usesPrefix ? digits : prefix + digits;
  if (!/^[0-9a-zA-Z]+(?:_[0-9a-zA-Z]+)*$/.test(body)) return fail();
  const plain = body.replaceAll('_', '').toLowerCase();
  if (base === 0 && !usesPrefix && /^0+[1-9]/.test(plain)) return fail();
  if (plain.length > 4300 && ![2, 4, 8, 16, 32].includes(radix)) {
    return valueError('Exceeds the limit (4300 digits) for integer string conversion');
  }
  let value = 0n;
  for (const digit of plain) {
    const number = Number.parseInt(digit, 36);
    if (number >= radix) return fail();
    value = value * BigInt(radix) + BigInt(number);
  }
  return toInt(sign === '-' ? -value : value);
}

/** Python's `float(value)`. */
export function toFloat(value: Value): number {
  const number = numeric(value);
  if (number !== undefined) return floatOf(number);
  if (value instanceof Undefined) return value.fail();
  const given = textIn(value);
  if (given === undefined)
    return typeError(`float() argument must be a string or a real number, not '${typeName(value)}'`);
  const text = asciiDigits(strip(given, null, 'both'));
  const special = /^([+-]?)(inf|infinity|nan)$/i.exec(text);
  if (special !== null) {
    if (special[2]?.toLowerCase() === 'nan') return Number.NaN;
    return special[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }
  if (!/^[+-]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:e[+-]?\d+(?:_\d+)*)?$/i.test(text)) {
    return valueError(`could not convert string to float: ${repr(given)}`);
  }
  return Number(text.replaceAll('_', ''));
}

/** Python's `int(value)` for what is no str. */
function truncated(value: Value): number | bigint {
  const number = numeric(value);
  if (number === undefined) {
    if (value instanceof Undefined) return value.fail();
    return typeError(
      `int() argument must be a string, a bytes-like object or a real number, not '${typeName(value)}'`,
    );
  }
  return number instanceof PyFloat ? integerOf(number.value) : number;
}

export function integerOf(value: number): number | bigint {
  if (Number.isNaN(value)) return valueError('cannot convert float NaN to integer');
  if (!Number.isFinite(value))
    throw new TemplateFault('OverflowError', 'cannot convert float infinity to integer');
  return toInt(BigInt(Math.trunc(value)));
}

/** Python's `int(value)`. */
export function wholeOf(value: Value): number | bigint {
  const text = textIn(value);
  return text === undefined ? truncated(value) : parseInteger(text, 10);
}

/** jinja2's filter `int`: whatever cannot be converted is `fallback` (filters.py:985). */
export function intOr(value: Value, fallback: Value, base: number): Value {
  try {
    const text = textIn(value);
    return text === undefined ? truncated(value) : parseInteger(text, base);
  } catch (error) {
    if (!isFault(error, 'TypeError', 'ValueError')) throw error;
  }
  try {
    return integerOf(toFloat(value));
  } catch (error) {
    if (!isFault(error, 'TypeError', 'ValueError', 'OverflowError')) throw error;
    return fallback;
  }
}

/** jinja2's filter `float`. */
export function floatOr(value: Value, fallback: Value): Value {
  try {
    return new PyFloat(toFloat(value));
  } catch (error) {
    if (!isFault(error, 'TypeError', 'ValueError')) throw error;
    return fallback;
  }
}
