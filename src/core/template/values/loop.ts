import type { Runtime } from '../runtime.ts';
import { TemplateFault, typeError } from '../template-fault.ts';
import { equals } from './compare.ts';
import { iterate, sizeOf } from './iterate.ts';
import { Undefined } from './undefined.ts';
import { ArrayCursor, PyFunction, PyObject, PyTuple, type Cursor, type Kwargs, type Value } from './value.ts';

export type Recurse = (runtime: Runtime, iterable: Value, depth: number) => Value;

/** jinja2's `loop` (runtime.py:363): it looks ahead in its iterable only when it is asked to. */
export class LoopContext extends PyObject {
  readonly typeName = 'LoopContext';
  private readonly iterable: Value;
  private readonly recurse: Recurse | null;
  private readonly depth0: number;
  private source: Cursor;
  private index0 = -1;
  private length: number | null = null;
  private ahead: Value | undefined = undefined;
  private current: Value | undefined = undefined;
  private before: Value | undefined = undefined;
  private lastChanged: readonly Value[] | null = null;

  constructor(iterable: Value, recurse: Recurse | null = null, depth0 = 0) {
    super();
    this.iterable = iterable;
    this.source = iterate(iterable);
    this.recurse = recurse;
    this.depth0 = depth0;
  }

  /** Goes to the next item; JS undefined at the end. */
  advance(): Value | undefined {
    const item = this.ahead === undefined ? this.source.next() : this.ahead;
    this.ahead = undefined;
    if (item === undefined) return undefined;
    this.index0++;
    this.before = this.current;
    this.current = item;
    return item;
  }

  override get isCallable(): boolean {
    return true;
  }

  /** Iterated by itself, it gives its items with itself, and uses them up. */
  override cursor(): Cursor {
    return {
      next: () => {
        const item = this.advance();
        return item === undefined ? undefined : new PyTuple([item, this]);
      },
    };
  }

  override size(): number {
    return this.measure();
  }

  override repr(): string {
    return `<LoopContext ${this.index0 + 1}/${this.measure()}>`;
  }

  override attribute(name: string): Value | undefined {
    switch (name) {
      case 'index':
        return this.index0 + 1;
      case 'index0':
        return this.index0;
      case 'first':
        return this.index0 === 0;
      case 'last':
        return this.peek() === undefined;
      case 'length':
        return this.measure();
      case 'revindex':
        return this.measure() - this.index0;
      case 'revindex0':
        return this.measure() - this.index0 - 1;
      case 'depth':
        return this.depth0 + 1;
      case 'depth0':
        return this.depth0;
      case 'previtem':
        return this.index0 === 0
          ? new Undefined(null, undefined, 'there is no previous item')
          : (this.before ?? null);
      case 'nextitem': {
        const next = this.peek();
        return next === undefined ? new Undefined(null, undefined, 'there is no next item') : next;
      }
      case 'cycle':
        return new PyFunction('cycle', (_, args) => this.cycle(args), 'method');
      case 'changed':
        return new PyFunction('changed', (_, args) => this.changed(args), 'method');
      default:
        return undefined;
    }
  }

  override call(runtime: Runtime, args: Value[], kwargs: Kwargs): Value {
    const [iterable] = args;
    if (iterable === undefined || args.length > 1 || (kwargs !== null && kwargs.size > 0)) {
      return typeError('LoopContext.__call__() takes one argument');
    }
    if (this.recurse === null) {
      return typeError("The loop must have the 'recursive' marker to be called recursively.");
    }
    return this.recurse(runtime, iterable, this.depth0 + 1);
  }

  private peek(): Value | undefined {
    this.ahead ??= this.ahead === null ? null : this.source.next();
    return this.ahead;
  }

  private measure(): number {
    this.length ??= sizeOf(this.iterable) ?? this.drain();
    return this.length;
  }

  private drain(): number {
    const rest: Value[] = [];
    for (let item = this.source.next(); item !== undefined; item = this.source.next()) rest.push(item);
    this.source = new ArrayCursor(rest);
    return rest.length + this.index0 + 1 + (this.ahead === undefined ? 0 : 1);
  }

  private cycle(args: readonly Value[]): Value {
    if (args.length === 0) return typeError('no items for cycling given');
    const item = args[this.index0 % args.length];
    if (item === undefined) throw new TemplateFault('IndexError', 'no items for cycling given');
    return item;
  }

  private changed(args: readonly Value[]): boolean {
    const last = this.lastChanged;
    if (last !== null && last.length === args.length && args.every((arg, i) => equals(arg, last[i] ?? null)))
      return false;
    this.lastChanged = args;
    return true;
  }
}
