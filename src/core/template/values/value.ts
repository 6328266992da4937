import type { Runtime } from '../runtime.ts';

/**
 * A Python value. None is null; an int is a number while it is a safe integer and a bigint beyond; a float is a PyFloat, so that
 * `1.0` stays one; a str is a JS string, counted in code points where Python counts; a list is an array; all else is a PyObject.
 * JS `undefined` is never a value: it means "absent".
 */
export type Value = null | boolean | number | bigint | string | Value[] | PyObject;

/** Keyword arguments by name, null if there are none. */
export type Kwargs = ReadonlyMap<string, Value> | null;

/** What Python's `next()` works on; undefined ends it. */
export interface Cursor {
  next(): Value | undefined;
}

/** Values that are no JS primitive and no array. What a subclass does not say is what Python's `object` does. */
export abstract class PyObject {
  /** `type(x).__name__`. */
  abstract readonly typeName: string;

  /** What stands in front of the type's name in its repr. */
  get module(): string {
    return '';
  }

  isTrue(): boolean {
    return true;
  }

  /** `repr(x)`; `of` gives the repr of a value inside it. Python prints an address here, which differs from run to run anyway. */
  repr(_of: (value: Value) => string): string {
    return `<${this.module}${this.typeName} object at 0x7f0000000000>`;
  }

  str(of: (value: Value) => string): string {
    return this.repr(of);
  }

  /** Python's `callable(x)`. */
  get isCallable(): boolean {
    return false;
  }

  /** What a value of a type with its own equality is the same dict key by; null for identity. */
  get hashText(): string | null {
    return null;
  }

  /** `x == other` of a type that has its own equality. */
  equals(_other: Value): boolean {
    return false;
  }

  /** `len(x)`, null if it has none. */
  size(): number | null {
    return null;
  }

  /** `iter(x)`, null if it has none. */
  cursor(): Cursor | null {
    return null;
  }

  /** `getattr(x, name)`, undefined for AttributeError. */
  attribute(_name: string): Value | undefined {
    return undefined;
  }

  /** `x[key]`, undefined for a LookupError or TypeError. */
  item(_key: Value): Value | undefined {
    return undefined;
  }

  /** `reversed(x)` for what has it; null if it has none. */
  reversedCursor(): Cursor | null {
    return null;
  }

  call(_runtime: Runtime, _args: Value[], _kwargs: Kwargs): Value | undefined {
    return undefined;
  }
}

/** A Python float. */
export class PyFloat extends PyObject {
  readonly typeName = 'float';
  readonly value: number;

  constructor(value: number) {
    super();
    this.value = value;
  }

  override isTrue(): boolean {
    return this.value !== 0;
  }
}

/** A Python tuple. */
export class PyTuple extends PyObject {
  readonly typeName: string = 'tuple';
  readonly items: Value[];

  constructor(items: Value[]) {
    super();
    this.items = items;
  }

  override isTrue(): boolean {
    return this.items.length > 0;
  }

  override size(): number {
    return this.items.length;
  }

  override cursor(): Cursor {
    return new ArrayCursor(this.items);
  }

  override reversedCursor(): Cursor {
    return new ArrayCursor(this.items.toReversed());
  }
}

/** Walks an array. */
export class ArrayCursor implements Cursor {
  private readonly items: readonly Value[];
  private index = 0;

  constructor(items: readonly Value[]) {
    this.items = items;
  }

  next(): Value | undefined {
    return this.items[this.index++];
  }
}

/** A generator or another iterator: it can be walked once. */
export class PyIterator extends PyObject implements Cursor {
  readonly typeName: string;
  private readonly name: string | null;
  private readonly source: Cursor;

  /** `name`: that of the function whose generator it is. */
  constructor(source: Cursor, typeName = 'generator', name: string | null = null) {
    super();
    this.source = source;
    this.typeName = typeName;
    this.name = name;
  }

  override repr(of: (value: Value) => string): string {
    return this.name === null ? super.repr(of) : `<generator object ${this.name} at 0x7f0000000000>`;
  }

  next(): Value | undefined {
    return this.source.next();
  }

  override cursor(): Cursor {
    return this;
  }
}

/** A function of the environment or a method bound to its value. */
export class PyFunction extends PyObject {
  readonly typeName: string;
  readonly name: string;
  private readonly body: (runtime: Runtime, args: Value[], kwargs: Kwargs) => Value;

  constructor(
    name: string,
    body: (runtime: Runtime, args: Value[], kwargs: Kwargs) => Value,
    typeName = 'builtin_function_or_method',
  ) {
    super();
    this.name = name;
    this.body = body;
    this.typeName = typeName;
  }

  override get isCallable(): boolean {
    return true;
  }

  override call(runtime: Runtime, args: Value[], kwargs: Kwargs): Value {
    return this.body(runtime, args, kwargs);
  }

  override repr(): string {
    if (this.typeName === 'type') return `<class '${this.name}'>`;
    if (this.name.startsWith('Markup.')) return `<bound method ${this.name}>`;
    if (this.typeName === 'function') return `<function ${this.name} at 0x7f0000000000>`;
    return `<built-in method ${this.name} object at 0x7f0000000000>`;
  }
}

/** `range(…)`; its length never exceeds the sandbox's 100,000. */
export class PyRange extends PyObject {
  readonly typeName = 'range';
  readonly start: number;
  readonly stop: number;
  readonly step: number;
  readonly length: number;

  constructor(start: number, stop: number, step: number) {
    super();
    this.start = start;
    this.stop = stop;
    this.step = step;
    this.length = Math.max(0, Math.ceil((stop - start) / step));
  }

  override isTrue(): boolean {
    return this.length > 0;
  }

  override size(): number {
    return this.length;
  }

  override repr(): string {
    return `range(${this.start}, ${this.stop}${this.step === 1 ? '' : `, ${this.step}`})`;
  }

  override attribute(name: string): Value | undefined {
    return name === 'start' || name === 'stop' || name === 'step' ? this[name] : undefined;
  }

  at(index: number): number {
    return this.start + index * this.step;
  }

  override cursor(): Cursor {
    let index = 0;
    return { next: () => (index < this.length ? this.at(index++) : undefined) };
  }

  override reversedCursor(): Cursor {
    let index = this.length;
    return { next: () => (index > 0 ? this.at(--index) : undefined) };
  }
}
