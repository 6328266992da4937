import { typeError, TemplateFault, valueError } from '../template-fault.ts';
import { PyBytes } from '../values/bytes.ts';
import { toIndex } from '../values/coerce.ts';
import { exactFraction } from '../values/float-text.ts';
import { toInt } from '../values/number.ts';
import { isTrue } from '../values/truth.ts';
import { textIn } from '../values/markup.ts';
import { PyFloat, PyTuple, type Value } from '../values/value.ts';
import { positional, withSignature, type Method } from './method.ts';

export type Int = number | bigint | boolean;

function plain(self: Int): number | bigint {
  return typeof self === 'boolean' ? Number(self) : self;
}

function absolute(self: Int): bigint {
  const size = BigInt(self);
  return size < 0n ? -size : size;
}

/** `int.to_bytes` with the defaults of Python 3.11. */
function toBytes(self: Int, length: number, order: string, signed: boolean): PyBytes {
  if (order !== 'big' && order !== 'little') return valueError("byteorder must be either 'little' or 'big'");
  if (length < 0) return valueError('length argument must be non-negative');
  const value = BigInt(self);
  if (value < 0n && !signed)
    throw new TemplateFault('OverflowError', "can't convert negative int to unsigned");
  const limit = 1n << BigInt(length * 8 - (signed && length > 0 ? 1 : 0));
  if (value >= limit || -value > limit) throw new TemplateFault('OverflowError', 'int too big to convert');
  const unsigned = BigInt.asUintN(length * 8, value);
  const bytes = Array.from({ length }, (_, i) => Number((unsigned >> BigInt(8 * i)) & 255n));
  return new PyBytes(order === 'big' ? bytes.toReversed() : bytes);
}

const INT: ReadonlyMap<string, Method<Int>> = new Map<string, Method<Int>>([
  ['bit_length', positional<Int>('bit_length', [], 0, (_, self) => bitLength(self))],
  [
    'bit_count',
    positional<Int>('bit_count', [], 0, (_, self) => absolute(self).toString(2).replaceAll('0', '').length),
  ],
  ['conjugate', positional<Int>('conjugate', [], 0, (_, self) => plain(self))],
  [
    'as_integer_ratio',
    positional<Int>('as_integer_ratio', [], 0, (_, self) => new PyTuple([plain(self), 1])),
  ],
  [
    'to_bytes',
    withSignature<Int>(
      { name: 'to_bytes', params: ['length', 'byteorder', 'signed'], required: 0 },
      (runtime, self, [length, order, signed]) => {
        const size = toIndex(length, 1);
        runtime.reserve(size);
        runtime.charge(Math.max(0, size));
        const name = order === undefined ? 'big' : textIn(order);
        return name === undefined
          ? typeError('to_bytes() argument 2 must be str')
          : toBytes(self, size, name, isTrue(signed ?? false));
      },
    ),
  ],
]);

function ratio(value: number): PyTuple {
  if (Number.isNaN(value)) return valueError('cannot convert NaN to integer ratio');
  if (!Number.isFinite(value))
    throw new TemplateFault('OverflowError', 'cannot convert Infinity to integer ratio');
  const { numerator, denominator } = exactFraction(value);
  return new PyTuple([toInt(numerator), toInt(denominator)]);
}

/** `float.hex`. */
function hex(value: number): string {
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  const size = Math.abs(value);
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'nan' : `${sign}inf`;
  if (size === 0) return `${sign}0x0.0p+0`;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, size);
  const bits = view.getBigUint64(0);
  const exponent = Number(bits >> 52n);
  const mantissa = (bits & ((1n << 52n) - 1n)).toString(16).padStart(13, '0');
  const power = exponent === 0 ? -1022 : exponent - 1023;
  return `${sign}0x${exponent === 0 ? 0 : 1}.${mantissa}p${power < 0 ? '' : '+'}${power}`;
}

const FLOAT: ReadonlyMap<string, Method<PyFloat>> = new Map([
  ['is_integer', positional<PyFloat>('is_integer', [], 0, (_, self) => Number.isInteger(self.value))],
  ['conjugate', positional<PyFloat>('conjugate', [], 0, (_, self) => self)],
  ['as_integer_ratio', positional<PyFloat>('as_integer_ratio', [], 0, (_, self) => ratio(self.value))],
  ['hex', positional<PyFloat>('hex', [], 0, (_, self) => hex(self.value))],
]);

function bitLength(value: Int): number {
  const size = absolute(value);
  return size === 0n ? 0 : size.toString(2).length;
}

/** A method of int by name. */
export function intMethod(name: string): Method<Int> | undefined {
  return INT.get(name);
}

/** A method of float by name. */
export function floatMethod(name: string): Method<PyFloat> | undefined {
  return FLOAT.get(name);
}

/** An attribute of an int or float that is no method. */
export function numberAttribute(value: Value, name: string): Value | undefined {
  const isFloat = value instanceof PyFloat;
  if (!isFloat && typeof value !== 'number' && typeof value !== 'bigint' && typeof value !== 'boolean')
    return undefined;
  if (name === 'real') return isFloat ? value : plain(value);
  if (name === 'imag') return isFloat ? new PyFloat(0) : 0;
  if (isFloat) return undefined;
  if (name === 'numerator') return plain(value);
  return name === 'denominator' ? 1 : undefined;
}
