import type { Runtime } from '../runtime.ts';
import { TemplateFault, typeError } from '../template-fault.ts';
import { PyBytes } from './bytes.ts';
import { complexPower, PyComplex } from './complex.ts';
import { escapeText, Markup } from './markup.ts';
import { integral, numeric, toInt } from './number.ts';
import { PySet, setOf } from './set.ts';
import { DictView } from './dict.ts';
import { typeName } from './type-name.ts';
import { Undefined } from './undefined.ts';
import { PyFloat, PyTuple, type Value } from './value.ts';

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '//' | '**';

/** Python's binary arithmetic, `%` apart (printf has it). Sizes are checked before anything is made. */
export function arithmetic(runtime: Runtime, operator: ArithmeticOperator, left: Value, right: Value): Value {
  if (operator === '+') return add(runtime, left, right);
  if (operator === '*') return multiply(runtime, left, right);
  return numbersOnly(runtime, operator, left, right);
}

function add(runtime: Runtime, left: Value, right: Value): Value {
  if (typeof left === 'string' && typeof right === 'string') {
    runtime.reserve(left.length + right.length);
    return left + right;
  }
  if (typeof left === 'number' && typeof right === 'number')
    return safe(left + right, () => BigInt(left) + BigInt(right));
  if (Array.isArray(left) && Array.isArray(right)) return concatenate(runtime, left, right);
  if (left instanceof PyTuple && right instanceof PyTuple) {
    return new PyTuple(concatenate(runtime, left.items, right.items));
  }
  if (numeric(left) !== undefined && numeric(right) !== undefined)
    return numbersOnly(runtime, '+', left, right);
  if (left instanceof Undefined) return left.fail();
  if (right instanceof Undefined) return right.fail();
  if (left instanceof Markup || right instanceof Markup) return addMarkup(left, right);
  if (left instanceof PyBytes && right instanceof PyBytes)
    return new PyBytes([...left.bytes, ...right.bytes]);
  if (left instanceof PyComplex || right instanceof PyComplex) return complexOnly('+', left, right);
  return refuseAdd(left, right);
}

/** The other text is escaped. */
function addMarkup(left: Value, right: Value): Value {
  const texts = [left, right].map((each) =>
    typeof each === 'string' ? escapeText(each) : each instanceof Markup ? each.text : undefined,
  );
  const [a, b] = texts;
  if (a === undefined || b === undefined) return refuseAdd(left, right);
  return new Markup(a + b);
}

function complexOnly(operator: ArithmeticOperator, left: Value, right: Value): Value {
  const [a, b] = [complexOf(left), complexOf(right)];
  if (a === undefined || b === undefined) return unsupportedOperands(operator, left, right);
  switch (operator) {
    case '+':
      return new PyComplex(a.real + b.real, a.imaginary + b.imaginary);
    case '-':
      return new PyComplex(a.real - b.real, a.imaginary - b.imaginary);
    case '*':
      return new PyComplex(
        a.real * b.real - a.imaginary * b.imaginary,
        a.real * b.imaginary + a.imaginary * b.real,
      );
    case '/':
    case '//':
    case '**':
      return unsupportedOperands(operator, left, right);
    default:
      return operator satisfies never;
  }
}

function complexOf(value: Value): PyComplex | undefined {
  if (value instanceof PyComplex) return value;
  const number = numeric(value);
  return number === undefined ? undefined : new PyComplex(floatOf(number), 0);
}

function refuseAdd(left: Value, right: Value): never {
  if (typeof left === 'string') {
    return typeError(`can only concatenate str (not "${typeName(right)}") to str`);
  }
  if (Array.isArray(left)) return typeError(`can only concatenate list (not "${typeName(right)}") to list`);
  if (left instanceof PyTuple)
    return typeError(`can only concatenate tuple (not "${typeName(right)}") to tuple`);
  return unsupportedOperands('+', left, right);
}

function concatenate(runtime: Runtime, left: readonly Value[], right: readonly Value[]): Value[] {
  runtime.reserve(left.length + right.length);
  runtime.charge(left.length + right.length);
  return [...left, ...right];
}

function multiply(runtime: Runtime, left: Value, right: Value): Value {
  if (typeof left === 'number' && typeof right === 'number')
    return safe(left * right, () => BigInt(left) * BigInt(right));
  const times = integral(right);
  if (times !== undefined && isRepeatable(left)) return repeat(runtime, left, times);
  const timesLeft = integral(left);
  if (timesLeft !== undefined && isRepeatable(right)) return repeat(runtime, right, timesLeft);
  if (numeric(left) !== undefined && numeric(right) !== undefined)
    return numbersOnly(runtime, '*', left, right);
  if (left instanceof Undefined) return left.fail();
  if (right instanceof Undefined) return right.fail();
  if (isRepeatable(left)) return typeError(`can't multiply sequence by non-int of type '${typeName(right)}'`);
  if (isRepeatable(right)) return typeError(`can't multiply sequence by non-int of type '${typeName(left)}'`);
  return unsupportedOperands('*', left, right);
}

type Repeatable = string | Value[] | PyTuple | Markup | PyBytes;

function isRepeatable(value: Value): value is Repeatable {
  if (typeof value === 'string' || Array.isArray(value)) return true;
  return value instanceof PyTuple || value instanceof Markup || value instanceof PyBytes;
}

function repeat(runtime: Runtime, what: Repeatable, times: number | bigint): Value {
  if (what instanceof Markup) return new Markup(repeatText(runtime, what.text, times));
  if (typeof what === 'string') return repeatText(runtime, what, times);
  if (what instanceof PyBytes) return bytesOf(repeat(runtime, [...what.bytes], times));
  const count = times > 0 ? Number(times) : 0;
  const items = what instanceof PyTuple ? what.items : what;
  runtime.reserve(items.length * count);
  runtime.charge(items.length * count);
  const repeated: Value[] = [];
  for (let i = 0; i < count && items.length > 0; i++) for (const item of items) repeated.push(item);
  return what instanceof PyTuple ? new PyTuple(repeated) : repeated;
}

function bytesOf(values: Value): PyBytes {
  return new PyBytes(Array.isArray(values) ? values.map(Number) : []);
}

function repeatText(runtime: Runtime, text: string, times: number | bigint): string {
  const count = times > 0 ? Number(times) : 0;
  const size = text.length * count;
  runtime.reserve(size);
  runtime.charge(size >> 6);
  return size === 0 ? '' : text.repeat(count);
}

function safe(result: number, exact: () => bigint): Value {
  return Number.isSafeInteger(result) ? result + 0 : toInt(exact());
}

function numbersOnly(runtime: Runtime, operator: ArithmeticOperator, left: Value, right: Value): Value {
  const a = numeric(left);
  const b = numeric(right);
  if (a === undefined || b === undefined) {
    if (left instanceof Undefined) return left.fail();
    if (right instanceof Undefined) return right.fail();
    if (left instanceof PyComplex || right instanceof PyComplex) return complexOnly(operator, left, right);
    if (operator === '-' && hasDifference(left, right)) return difference(left, right);
    return unsupportedOperands(operator === '**' ? '** or pow()' : operator, left, right);
  }
  if (a instanceof PyFloat || b instanceof PyFloat) return floats(operator, floatOf(a), floatOf(b));
  return ints(runtime, operator, a, b);
}

/** Sets subtract sets; views of keys and items subtract anything that can be iterated. */
function hasDifference(left: Value, right: Value): boolean {
  const isView = (value: Value): boolean => value instanceof DictView && value.kind !== 'values';
  if (isView(left) || isView(right)) return true;
  return left instanceof PySet && right instanceof PySet;
}

function difference(left: Value, right: Value): PySet {
  const others = setOf(right);
  return new PySet(
    setOf(left)
      .items()
      .filter((item) => !others.has(item)),
  );
}

export function unsupportedOperands(operator: string, left: Value, right: Value): never {
  return typeError(
    `unsupported operand type(s) for ${operator}: '${typeName(left)}' and '${typeName(right)}'`,
  );
}

/** A number as a float; OverflowError beyond what one holds. */
export function floatOf(value: number | bigint | PyFloat): number {
  if (value instanceof PyFloat) return value.value;
  const result = Number(value);
  if (!Number.isFinite(result)) throw new TemplateFault('OverflowError', 'int too large to convert to float');
  return result;
}

function ints(runtime: Runtime, operator: ArithmeticOperator, a: number | bigint, b: number | bigint): Value {
  switch (operator) {
    case '+':
      return toInt(BigInt(a) + BigInt(b));
    case '-': {
      const difference = typeof a === 'number' && typeof b === 'number' ? a - b : Number.NaN;
      return safe(difference, () => BigInt(a) - BigInt(b));
    }
    case '*':
      runtime.reserveBits(bits(a) + bits(b));
      return toInt(BigInt(a) * BigInt(b));
    case '/':
      if (Number(b) === 0) throw new TemplateFault('ZeroDivisionError', 'division by zero');
      return new PyFloat(trueDivide(a, b));
    case '//':
      return toInt(floorDivide(BigInt(a), BigInt(b)));
    case '**':
      return power(runtime, a, b);
    default:
      return operator satisfies never;
  }
}

/** Correctly rounded, also where the ints are no exact floats (CPython's long_true_divide). */
function trueDivide(a: number | bigint, b: number | bigint): number {
  if (typeof a === 'number' && typeof b === 'number') return a / b;
  const negative = a < 0 !== b < 0;
  const [x, y] = [a, b].map((each) => (each < 0 ? -BigInt(each) : BigInt(each)));
  if (x === undefined || y === undefined || x === 0n) return b < 0 ? -0 : 0;
  // a quotient of at least 66 bits, its last one set if anything is left, rounds once
  const shift = Math.max(0, 66 - (x.toString(2).length - y.toString(2).length));
  const scaled = x << BigInt(shift);
  const quotient = scaled / y;
  const exact = quotient | (scaled % y === 0n ? 0n : 1n);
  const half = Math.min(shift, 1000);
  const result = Number(exact) / 2 ** half / 2 ** (shift - half);
  if (!Number.isFinite(result))
    throw new TemplateFault('OverflowError', 'integer division result too large for a float');
  return negative ? -result : result;
}

function bits(value: number | bigint): number {
  return typeof value === 'number'
    ? Math.ceil(Math.log2(Math.abs(value) + 1))
    : value.toString(16).length * 4;
}

export function floorDivide(a: bigint, b: bigint): bigint {
  if (b === 0n) throw new TemplateFault('ZeroDivisionError', 'integer division or modulo by zero');
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

function power(runtime: Runtime, a: number | bigint, b: number | bigint): Value {
  if (b < 0) {
    if (Number(a) === 0)
      throw new TemplateFault('ZeroDivisionError', '0.0 cannot be raised to a negative power');
    return new PyFloat(floatOf(a) ** floatOf(b));
  }
  const size = BigInt(a);
  if (size !== 0n && size !== 1n && size !== -1n) {
    runtime.reserveBits((bits(a) - 1) * Number(b));
  }
  return toInt(size ** BigInt(b));
}

function floats(operator: ArithmeticOperator, a: number, b: number): Value {
  switch (operator) {
    case '+':
      return new PyFloat(a + b);
    case '-':
      return new PyFloat(a - b);
    case '*':
      return new PyFloat(a * b);
    case '/':
      if (b === 0) throw new TemplateFault('ZeroDivisionError', 'float division by zero');
      return new PyFloat(a / b);
    case '//':
      if (b === 0) throw new TemplateFault('ZeroDivisionError', 'float floor division by zero');
      return new PyFloat(floatFloorDivide(a, b));
    case '**':
      return floatPower(a, b);
    default:
      return operator satisfies never;
  }
}

/** As CPython's float_floor_div: from the exact remainder, not from the rounded quotient. */
function floatFloorDivide(a: number, b: number): number {
  const remainder = a % b;
  let quotient = (a - remainder) / b;
  if (remainder !== 0 && b < 0 !== remainder < 0) quotient -= 1;
  if (quotient === 0) return a / b < 0 || Object.is(a / b, -0) ? -0 : 0;
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}

function floatPower(a: number, b: number): Value {
  if (a === 0 && b < 0) {
    throw new TemplateFault('ZeroDivisionError', '0.0 cannot be raised to a negative power');
  }
  if (a < 0 && Number.isFinite(a) && Number.isFinite(b) && !Number.isInteger(b)) return complexPower(a, b);
  const result = a === 1 || b === 0 ? 1 : a ** b;
  if (!Number.isFinite(result) && Number.isFinite(a) && Number.isFinite(b)) {
    throw new TemplateFault('OverflowError', "(34, 'Numerical result out of range')");
  }
  return new PyFloat(result);
}

/** Python's `%` on numbers: the sign of the divisor. */
export function modulo(left: Value, right: Value): Value {
  const a = numeric(left);
  const b = numeric(right);
  if (a === undefined || b === undefined) {
    if (left instanceof Undefined) return left.fail();
    if (right instanceof Undefined) return right.fail();
    return unsupportedOperands('%', left, right);
  }
  if (a instanceof PyFloat || b instanceof PyFloat) return floatModulo(floatOf(a), floatOf(b));
  const divisor = BigInt(b);
  const dividend = BigInt(a);
  return toInt(dividend - floorDivide(dividend, divisor) * divisor);
}

function floatModulo(a: number, b: number): Value {
  if (b === 0) throw new TemplateFault('ZeroDivisionError', 'float modulo');
  const remainder = a % b;
  if (remainder === 0) return new PyFloat(b < 0 ? -0 : 0);
  return new PyFloat(b < 0 !== remainder < 0 ? remainder + b : remainder);
}

/** Unary `-` and `+`. */
export function signed(operator: '-' | '+', value: Value): Value {
  const number = numeric(value);
  if (number === undefined) {
    if (value instanceof Undefined) return value.fail();
    return typeError(`bad operand type for unary ${operator}: '${typeName(value)}'`);
  }
  if (operator === '+') return number;
  if (number instanceof PyFloat) return new PyFloat(-number.value);
  return typeof number === 'number' ? 0 - number : toInt(-number);
}
