import { isDisjoint, PyDict } from './dict.ts';
import { typeError } from '../template-fault.ts';
import { cursorOf } from './cursor.ts';
import { typeName } from './type-name.ts';
import { ArrayCursor, PyFunction, PyObject, type Cursor, type Value } from './value.ts';

/** A Python set, which operations on dict views make. Printed in the order of insertion: Python's own follows from hashes. */
export class PySet extends PyObject {
  readonly typeName = 'set';
  private readonly keys: PyDict;

  constructor(items: Iterable<Value>) {
    super();
    this.keys = new PyDict();
    for (const item of items) this.keys.set(item, true);
  }

  override isTrue(): boolean {
    return this.keys.isTrue();
  }

  override size(): number {
    return this.keys.size();
  }

  items(): Value[] {
    return this.keys.keys();
  }

  has(item: Value): boolean {
    return this.keys.has(item);
  }

  override repr(of: (value: Value) => string): string {
    return this.size() === 0 ? 'set()' : `{${this.items().map(of).join(', ')}}`;
  }

  override cursor(): Cursor {
    return new ArrayCursor(this.items());
  }

  override attribute(name: string): Value | undefined {
    if (name === 'isdisjoint') return new PyFunction(name, (_, args) => isDisjoint(this.items(), args));
    const combine = COMBINATIONS[name];
    if (combine === undefined) return undefined;
    return new PyFunction(name, (_, args) => combine(this, args.map(setOf)));
  }
}

type Combine = (set: PySet, others: readonly PySet[]) => Value;

function one([other]: readonly PySet[]): PySet {
  return other ?? typeError('expected 1 argument, got 0');
}

const COMBINATIONS: Readonly<Record<string, Combine>> = {
  copy: (set) => new PySet(set.items()),
  union: (set, others) => new PySet([...set.items(), ...others.flatMap((other) => other.items())]),
  difference: (set, others) =>
    new PySet(set.items().filter((item) => !others.some((other) => other.has(item)))),
  intersection: (set, others) =>
    new PySet(set.items().filter((item) => others.every((other) => other.has(item)))),
  symmetric_difference: (set, others) =>
    new PySet([
      ...set.items().filter((item) => !one(others).has(item)),
      ...one(others)
        .items()
        .filter((item) => !set.has(item)),
    ]),
  issubset: (set, others) => set.items().every((item) => one(others).has(item)),
  issuperset: (set, others) =>
    one(others)
      .items()
      .every((item) => set.has(item)),
};

/** Python's `set(value)`. */
export function setOf(value: Value): PySet {
  const cursor = cursorOf(value) ?? typeError(`'${typeName(value)}' object is not iterable`);
  const items: Value[] = [];
  for (let item = cursor.next(); item !== undefined; item = cursor.next()) items.push(item);
  return new PySet(items);
}
