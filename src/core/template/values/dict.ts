import { typeError } from '../template-fault.ts';
import { Markup } from './markup.ts';
import { typeName } from './type-name.ts';
import { Undefined } from './undefined.ts';
import { ArrayCursor, PyFloat, PyFunction, PyObject, PyTuple, type Cursor, type Value } from './value.ts';

type HashKey = string | number | bigint | symbol | null | PyObject;

const UNDEFINED_KEY = Symbol('Undefined');

/**
 * A Python dict: insertion order, and Python's key rules (1, 1.0 and True are one key, whose first spelling stays).
 * Also what stands for a set.
 */
export class PyDict extends PyObject {
  readonly typeName = 'dict';
  /** Index in the conversation if this dict is one of its messages, else -1. */
  messageIndex = -1;
  private readonly map = new Map<HashKey, Value>();
  /** Keys whose hash key is not the key itself. */
  private spelled: Map<HashKey, Value> | null = null;
  private tuples: Map<string, symbol> | null = null;

  static of(entries: Iterable<readonly [Value, Value]>): PyDict {
    const dict = new PyDict();
    for (const [key, value] of entries) dict.set(key, value);
    return dict;
  }

  override isTrue(): boolean {
    return this.map.size > 0;
  }

  override size(): number {
    return this.map.size;
  }

  /** The value of a string key: the way nearly all look-ups go. */
  getText(key: string): Value | undefined {
    return this.map.get(key);
  }

  setText(key: string, value: Value): void {
    this.map.set(key, value);
  }

  /** Undefined (the JS one) if the key is not there; TypeError if it cannot be one. */
  get(key: Value): Value | undefined {
    if (typeof key === 'string') return this.map.get(key);
    const hashed = this.hash(key, false);
    return hashed === undefined ? undefined : this.map.get(hashed);
  }

  has(key: Value): boolean {
    return this.get(key) !== undefined;
  }

  set(key: Value, value: Value): void {
    if (typeof key === 'string') {
      this.map.set(key, value);
      return;
    }
    const hashed = this.hash(key, true);
    if (hashed === undefined) return;
    if (hashed !== key && !this.map.has(hashed)) (this.spelled ??= new Map()).set(hashed, key);
    this.map.set(hashed, value);
  }

  delete(key: string): void {
    this.map.delete(key);
  }

  copy(): PyDict {
    return PyDict.of(this.entries());
  }

  keys(): Value[] {
    const keys: Value[] = [];
    for (const hashed of this.map.keys()) keys.push(this.spell(hashed));
    return keys;
  }

  values(): Value[] {
    return [...this.map.values()];
  }

  *entries(): Generator<[Value, Value]> {
    for (const [hashed, value] of this.map) yield [this.spell(hashed), value];
  }

  override item(key: Value): Value | undefined {
    if (Array.isArray(key) || key instanceof PyDict) return undefined;
    return this.get(key);
  }

  override cursor(): Cursor {
    const keys = this.map.keys();
    return {
      next: () => {
        const step = keys.next();
        return step.done === true ? undefined : this.spell(step.value);
      },
    };
  }

  override reversedCursor(): Cursor {
    const keys = this.keys();
    return { next: () => keys.pop() };
  }

  private spell(hashed: HashKey): Value {
    const spelled = this.spelled?.get(hashed);
    if (spelled !== undefined) return spelled;
    return typeof hashed === 'symbol' ? null : hashed;
  }

  private hash(key: Value, create: boolean): HashKey | undefined {
    if (!(key instanceof PyTuple)) return hashScalar(key);
    const serial = tupleSerial(key);
    const known = this.tuples?.get(serial);
    if (known !== undefined || !create) return known;
    const fresh = Symbol(serial);
    (this.tuples ??= new Map()).set(serial, fresh);
    return fresh;
  }
}

function hashScalar(key: Value): Exclude<HashKey, undefined> {
  if (key === null || typeof key === 'string' || typeof key === 'number' || typeof key === 'bigint')
    return key;
  if (typeof key === 'boolean') return Number(key);
  if (key instanceof PyFloat) return hashFloat(key.value);
  if (key instanceof Markup) return key.text;
  if (key instanceof PyObject && key.hashText !== null) return key.hashText;
  const unhashable =
    Array.isArray(key) ||
    key instanceof PyDict ||
    key.typeName === 'set' ||
    key.typeName === 'slice' ||
    (key instanceof DictView && key.kind !== 'values');
  if (unhashable) return typeError(`unhashable type: '${typeName(key)}'`);
  return key instanceof Undefined ? UNDEFINED_KEY : key;
}

/** A float that is whole is the same key as the int. */
function hashFloat(value: number): number | bigint {
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? BigInt(value) : value + 0;
}

const identities = new WeakMap<PyObject, number>();
let lastIdentity = 0;

function identity(object: PyObject): number {
  const known = identities.get(object);
  if (known !== undefined) return known;
  identities.set(object, ++lastIdentity);
  return lastIdentity;
}

function tupleSerial(tuple: PyTuple): string {
  return `(${tuple.items.map(itemSerial).join(',')})`;
}

function itemSerial(item: Value): string {
  if (item instanceof PyTuple) return tupleSerial(item);
  const hashed = hashScalar(item);
  if (typeof hashed === 'string') return JSON.stringify(hashed);
  if (typeof hashed === 'symbol') return 'u';
  if (hashed instanceof PyObject) return `o${identity(hashed)}`;
  return String(hashed);
}

/** What `.keys()`, `.values()` and `.items()` give. */
export class DictView extends PyObject {
  readonly typeName: string;
  readonly kind: 'keys' | 'values' | 'items';
  readonly dict: PyDict;

  constructor(kind: 'keys' | 'values' | 'items', dict: PyDict) {
    super();
    this.kind = kind;
    this.dict = dict;
    this.typeName = `dict_${kind}`;
  }

  items(): Value[] {
    if (this.kind === 'keys') return this.dict.keys();
    if (this.kind === 'values') return this.dict.values();
    return Array.from(this.dict.entries(), (entry) => new PyTuple(entry));
  }

  override isTrue(): boolean {
    return this.dict.isTrue();
  }

  override size(): number {
    return this.dict.size();
  }

  override repr(of: (value: Value) => string): string {
    return `${this.typeName}(${of(this.items())})`;
  }

  override attribute(name: string): Value | undefined {
    if (name === 'mapping') return this.dict;
    if (name !== 'isdisjoint' || this.kind === 'values') return undefined;
    return new PyFunction('isdisjoint', (_, args) => isDisjoint(this.items(), args));
  }

  override cursor(): Cursor {
    if (this.kind === 'keys') return this.dict.cursor();
    const entries = this.dict.entries();
    return {
      next: () => {
        const step = entries.next();
        if (step.done === true) return undefined;
        return this.kind === 'items' ? new PyTuple(step.value) : step.value[1];
      },
    };
  }

  override reversedCursor(): Cursor {
    const items = this.items();
    return { next: () => items.pop() };
  }
}

/** `isdisjoint` of a view or set with these items. */
export function isDisjoint(items: readonly Value[], args: readonly Value[]): boolean {
  const [other] = args;
  if (other === undefined || args.length > 1) return typeError('isdisjoint() takes exactly one argument');
  const keys = PyDict.of(items.map((item) => [item, true] as const));
  const cursor = Array.isArray(other)
    ? new ArrayCursor(other)
    : other instanceof PyObject
      ? other.cursor()
      : null;
  if (cursor === null) return typeError(`'${typeName(other)}' object is not iterable`);
  for (let item = cursor.next(); item !== undefined; item = cursor.next()) if (keys.has(item)) return false;
  return true;
}
