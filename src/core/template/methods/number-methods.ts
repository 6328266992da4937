import { unsupported } from '../fault-messages.ts';
import type { PyFloat } from '../values/value.ts';
import { positional, type Method } from './method.ts';

export type Int = number | bigint | boolean;

const INT: ReadonlyMap<string, Method<Int>> = new Map([
  ['bit_length', positional<Int>('bit_length', [], 0, (_, self) => bitLength(self))],
  [
    'conjugate',
    positional<Int>('conjugate', [], 0, (_, self) => (typeof self === 'boolean' ? Number(self) : self)),
  ],
]);

const FLOAT: ReadonlyMap<string, Method<PyFloat>> = new Map([
  ['is_integer', positional<PyFloat>('is_integer', [], 0, (_, self) => Number.isInteger(self.value))],
  ['conjugate', positional<PyFloat>('conjugate', [], 0, (_, self) => self)],
]);

const OTHERS = new Set([
  'as_integer_ratio',
  'from_bytes',
  'to_bytes',
  'bit_count',
  'hex',
  'fromhex',
  'real',
  'imag',
  'numerator',
  'denominator',
]);

function bitLength(value: Int): number {
  const size = BigInt(value);
  return size === 0n ? 0 : (size < 0n ? -size : size).toString(2).length;
}

/** A method of int by name. */
export function intMethod(name: string): Method<Int> | undefined {
  return OTHERS.has(name) ? unsupported(`the number attribute ${name}`) : INT.get(name);
}

/** A method of float by name. */
export function floatMethod(name: string): Method<PyFloat> | undefined {
  return OTHERS.has(name) ? unsupported(`the number attribute ${name}`) : FLOAT.get(name);
}
