import { isLower, isUpper } from '../methods/text-case.ts';
import type { Runtime } from '../runtime.ts';
import { equals, identical, ordered, type Ordering } from '../values/compare.ts';
import { DictView, PyDict } from '../values/dict.ts';
import { PyComplex } from '../values/complex.ts';
import { contains, sizeOf, textOf } from '../values/iterate.ts';
import { cursorOf } from '../values/cursor.ts';
import { LoopContext } from '../values/loop.ts';
import { integral, numeric } from '../values/number.ts';
import { Markup, textIn } from '../values/markup.ts';
import { remainder } from '../values/remainder.ts';
import { PySet } from '../values/set.ts';
import { bindArguments } from '../values/signature.ts';
import { Undefined } from '../values/undefined.ts';
import { PyFloat, PyIterator, PyObject, type Value } from '../values/value.ts';
import { FILTER_NAMES } from './filter-names.ts';
import type { Test } from './filter.ts';

function simple(name: string, body: (value: Value) => boolean): [string, Test] {
  return [
    name,
    (_, value, args, kwargs) => {
      bindArguments({ name, params: [], required: 0 }, args, kwargs);
      return body(value);
    },
  ];
}

function binary(
  name: string,
  body: (runtime: Runtime, value: Value, other: Value) => boolean,
): [string, Test] {
  const signature = {
    name,
    params: [name === 'in' ? 'seq' : name === 'divisibleby' ? 'num' : 'other'],
    required: 1,
  };
  return [
    name,
    (runtime, value, args, kwargs) => body(runtime, value, bindArguments(signature, args, kwargs)[0] ?? null),
  ];
}

function named(
  names: readonly string[],
  body: (runtime: Runtime, value: Value, other: Value) => boolean,
): [string, Test][] {
  return names.map((name) => binary(name, body));
}

function ordering(names: readonly string[], operator: Ordering): [string, Test][] {
  return named(names, (_, value, other) => ordered(value, other, operator));
}

/** Python's `value % divisor == remainder`, also for texts, which then format. */
function hasRemainder(runtime: Runtime, value: Value, divisor: Value, wanted: number): boolean {
  return equals(remainder(runtime, value, divisor), wanted);
}

function parity(name: string, remaining: number): [string, Test] {
  return [
    name,
    (runtime, value, args, kwargs) => {
      bindArguments({ name, params: [], required: 0 }, args, kwargs);
      return hasRemainder(runtime, value, 2, remaining);
    },
  ];
}

function isSequence(value: Value): boolean {
  return (
    sizeOf(value) !== null &&
    !(value instanceof DictView) &&
    !(value instanceof LoopContext) &&
    !(value instanceof PySet)
  );
}

/** A value as a key of the environment's tables: what cannot be one is refused. */
function nameIn(value: Value): string {
  new PyDict().set(value, true);
  return textIn(value) ?? '';
}

function isCallable(value: Value): boolean {
  return value instanceof PyObject && value.isCallable;
}

const TESTS: ReadonlyMap<string, Test> = new Map<string, Test>([
  parity('odd', 1),
  parity('even', 0),
  binary('divisibleby', (runtime, value, divisor) => hasRemainder(runtime, value, divisor, 0)),
  simple('defined', (value) => !(value instanceof Undefined)),
  simple('undefined', (value) => value instanceof Undefined),
  simple('none', (value) => value === null),
  simple('boolean', (value) => typeof value === 'boolean'),
  simple('true', (value) => value === true),
  simple('false', (value) => value === false),
  simple('integer', (value) => typeof value !== 'boolean' && integral(value) !== undefined),
  simple('float', (value) => value instanceof PyFloat),
  simple('number', (value) => numeric(value) !== undefined || value instanceof PyComplex),
  simple('string', (value) => textIn(value) !== undefined),
  simple('mapping', (value) => value instanceof PyDict),
  simple('sequence', isSequence),
  simple('iterable', (value) => cursorOf(value) !== null || value instanceof PyIterator),
  simple('callable', isCallable),
  simple('lower', (value) => isLower(textOf(value))),
  simple('upper', (value) => isUpper(textOf(value))),
  simple('escaped', (value) => value instanceof Markup),
  simple('filter', (value) => FILTER_NAMES.has(nameIn(value))),
  simple('test', (value) => findTest(nameIn(value)) !== undefined),
  binary('sameas', (_, value, other) => identical(value, other)),
  binary('in', (runtime, value, container) => contains(runtime, container, value)),
  ...named(['==', 'eq', 'equalto'], (_, value, other) => equals(value, other)),
  ...named(['!=', 'ne'], (_, value, other) => !equals(value, other)),
  ...ordering(['>', 'gt', 'greaterthan'], '>'),
  ...ordering(['>=', 'ge'], '>='),
  ...ordering(['<', 'lt', 'lessthan'], '<'),
  ...ordering(['<=', 'le'], '<='),
]);

/** The tests of the environment, those named by an operator included. */
export const TEST_NAMES: ReadonlySet<string> = new Set(TESTS.keys());

/** A test of the environment by name. */
export function findTest(name: string): Test | undefined {
  return TESTS.get(name);
}
