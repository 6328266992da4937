import { PyFloat, type Value } from './value.ts';

/** An int as this engine keeps it: a number while safe. */
export function toInt(value: bigint): number | bigint {
  return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : value;
}

/** The number in a bool, int or float; undefined for everything else. Bools are ints in Python. */
export function numeric(value: Value): number | bigint | PyFloat | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return Number(value);
  return value instanceof PyFloat ? value : undefined;
}

/** The int in a bool or int; undefined for everything else. */
export function integral(value: Value): number | bigint | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  return typeof value === 'boolean' ? Number(value) : undefined;
}

/** Order of two numbers of any kind, exact also between big ints and floats; NaN if there is none. */
export function compareNumbers(left: number | bigint | PyFloat, right: number | bigint | PyFloat): number {
  const a = left instanceof PyFloat ? left.value : left;
  const b = right instanceof PyFloat ? right.value : right;
  if (a < b) return -1;
  if (a > b) return 1;
  return Number.isNaN(a) || Number.isNaN(b) ? Number.NaN : 0;
}
