import type { Runtime } from '../runtime.ts';
import { TemplateFault, typeError } from '../template-fault.ts';
import { arithmetic } from '../values/arithmetic.ts';
import { toIndex } from '../values/coerce.ts';
import { divideHalfEven, exactFraction, fixedText } from '../values/float-text.ts';
import { numeric, toInt } from '../values/number.ts';
import { floatOr, integerOf, intOr, toFloat } from '../values/to-number.ts';
import { isTrue } from '../values/truth.ts';
import { typeName } from '../values/type-name.ts';
import { Undefined } from '../values/undefined.ts';
import { PyFloat, type Value } from '../values/value.ts';
import { filter, type FilterFamily } from './filter.ts';

function abs(value: Value): Value {
  const number = numeric(value);
  if (number === undefined) return typeError(`bad operand type for abs(): '${typeName(value)}'`);
  if (number instanceof PyFloat) return new PyFloat(Math.abs(number.value));
  return number < 0 ? toInt(-BigInt(number)) : number;
}

/** Python's `round(value, digits)`: correctly rounded, ties to even. */
function roundTo(value: Value, digits: number): Value {
  const number = numeric(value);
  if (number === undefined) {
    if (value instanceof Undefined) return value.fail();
    return typeError(`type ${typeName(value)} doesn't define __round__ method`);
  }
  if (!(number instanceof PyFloat)) {
    if (digits >= 0) return number;
    const unit = 10n ** BigInt(Math.min(400, -digits));
    return toInt(divideHalfEven(BigInt(number), unit) * unit);
  }
  const real = number.value;
  if (!Number.isFinite(real) || digits > 323) return number;
  if (digits < -308) return new PyFloat(real < 0 || Object.is(real, -0) ? -0 : 0);
  if (digits >= 0) {
    const text = fixedText(real, digits);
    return new PyFloat(Number((real < 0 || Object.is(real, -0) ? '-' : '') + text));
  }
  const { numerator, denominator } = exactFraction(real);
  const unit = 10n ** BigInt(-digits);
  const size = Number(divideHalfEven(numerator, denominator * unit) * unit);
  return new PyFloat(size === 0 && (real < 0 || Object.is(real, -0)) ? -0 : size);
}

/** Python's `round(value, None)`: an int. */
function roundToInt(value: Value): Value {
  const rounded = roundTo(value, 0);
  return rounded instanceof PyFloat ? integerOf(rounded.value) : rounded;
}

function round(runtime: Runtime, value: Value, [precision, method]: readonly (Value | undefined)[]): Value {
  const how = method ?? 'common';
  if (how !== 'common' && how !== 'ceil' && how !== 'floor') {
    throw new TemplateFault('FilterArgumentError', 'method must be common, ceil or floor');
  }
  const digits = precision ?? 0;
  if (how === 'common') return precision === null ? roundToInt(value) : roundTo(value, toIndex(digits, 0));
  const unit = arithmetic(runtime, '**', 10, digits);
  const scaled = numeric(arithmetic(runtime, '*', value, unit));
  if (scaled === undefined) return typeError(`must be real number, not ${typeName(value)}`);
  const whole =
    scaled instanceof PyFloat
      ? integerOf(how === 'ceil' ? Math.ceil(scaled.value) : Math.floor(scaled.value))
      : scaled;
  return arithmetic(runtime, '/', whole, unit);
}

const DECIMAL_UNITS = ['kB', 'MB', 'GB', 'TB', 'PB', 'EB', 'ZB', 'YB'];
const BINARY_UNITS = ['KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB', 'ZiB', 'YiB'];

function fileSize(value: Value, binary: boolean): string {
  const bytes = toFloat(value);
  const base = binary ? 1024 : 1000;
  if (bytes === 1) return '1 Byte';
  if (bytes < base) return `${String(integerOf(bytes))} Bytes`;
  const units = binary ? BINARY_UNITS : DECIMAL_UNITS;
  let size = base;
  let last = '';
  for (const unit of units) {
    last = unit;
    size *= base;
    if (bytes < size) break;
  }
  return `${fixedText((base * bytes) / size, 1)} ${last}`;
}

/** Filters on numbers (filters.py). */
export const NUMBER_FILTERS: FilterFamily = {
  abs: filter('abs', [], (_, value) =>
    value instanceof Undefined ? typeError("bad operand type for abs(): 'Undefined'") : abs(value),
  ),
  int: filter('int', ['default', 'base'], (_, value, [fallback, base]) =>
    intOr(value, fallback ?? (fallback === null ? null : 0), toIndex(base, 10)),
  ),
  float: filter('float', ['default'], (_, value, [fallback]) =>
    floatOr(value, fallback ?? (fallback === null ? null : new PyFloat(0))),
  ),
  round: filter('round', ['precision', 'method'], round),
  filesizeformat: filter('filesizeformat', ['binary'], (_, value, [binary]) => {
    if (value instanceof Undefined) return value.fail();
    return fileSize(value, isTrue(binary ?? false));
  }),
};
