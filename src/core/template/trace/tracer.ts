import type { Frame } from '../compile/function-scope.ts';
import type { Statement } from '../syntax/nodes.ts';
import { DictView, PyDict } from '../values/dict.ts';
import { textOf } from '../values/iterate.ts';
import { textIn } from '../values/markup.ts';
import { Undefined } from '../values/undefined.ts';
import { PyFloat, PyTuple, type Value } from '../values/value.ts';
import {
  firstPath,
  fitted,
  fromData,
  join,
  literal,
  readAt,
  WHOLE,
  type Origin,
  type PathNode,
  type TemplateRange,
} from './origin.ts';
import { TraceWork } from './trace-work.ts';

/** Where the items of something that the template made came from, by key or index. */
export type ItemOrigins = (key: string | number) => Origin | null;

/** A statement as far as what it writes needs it: `range` is that of a printed expression, else that of all. */
interface Writer {
  readonly kind: Statement['kind'];
  readonly range: TemplateRange;
}

const NOWHERE: TemplateRange = { start: 0, end: 0 };

/**
 * What a traced rendering knows besides its values. The closures of expressions leave their value and its origin on a stack,
 * from which the closure around them takes the origins of its operands; values themselves stay as they are.
 */
export class Tracer {
  readonly work = new TraceWork();
  private readonly values: Value[] = [];
  private readonly origins: (Origin | null)[] = [];
  /** Height of the stack. */
  top = 0;
  /** Height at which the operands of the running call begin: its callee, then its arguments. */
  private callBase = 0;
  /** The running statement, and the height of the stack when it began. */
  statement: Writer | null = null;
  base = 0;
  private buffer: Origin[] = [];
  private captured: Origin | null = null;
  private capturedText = '';
  private capturedAt = -1;
  private offered: Origin | null = null;
  /** A text of the data that a mark was put behind, and how long it was. */
  private marked: { readonly text: string; readonly length: number } | null = null;
  /** Lists and dicts of the data. */
  private readonly paths = new Map<Value, PathNode>();
  private readonly items = new Map<Value, ItemOrigins>();
  private readonly attributes = new Map<Value, Map<string, Origin | null>>();
  /** What gives the pairs of a dict. */
  private readonly pairs = new Map<Value, PyDict>();
  private readonly variables = new Map<string, { readonly value: Value; readonly origin: Origin | null }>();

  /** Text of the data that ends earlier than the template sees it: at the mark of a continued message. */
  addMarked(text: string, length: number): void {
    this.marked = { text, length };
  }

  /** Takes in a value of the data with all that is in it. */
  addData(value: Value, path: PathNode): void {
    if (Array.isArray(value)) {
      this.paths.set(value, path);
      for (let i = 0; i < value.length; i++) this.addData(value[i] ?? null, { parent: path, key: i });
    } else if (value instanceof PyDict) {
      this.paths.set(value, path);
      for (const [key, item] of value.entries())
        if (typeof key === 'string') this.addData(item, { parent: path, key });
    }
  }

  /** A variable of the template that is a value of the data. */
  addVariable(name: string, value: Value, path: PathNode): void {
    this.addData(value, path);
    this.variables.set(name, { value, origin: this.leafOf(value, NOWHERE, path) });
  }

  /** The value of an expression, in the place of its operands. */
  settle(base: number, value: Value, origin: Origin | null): void {
    this.work.spend(1);
    this.values[base] = value;
    this.origins[base] = origin;
    this.top = base + 1;
  }

  value(at: number): Value {
    return at < this.top ? (this.values[at] ?? null) : null;
  }

  origin(at: number): Origin | null {
    return at < this.top ? (this.origins[at] ?? null) : null;
  }

  /** The origins of all operands from `base` on. */
  operands(base: number): (Origin | null)[] {
    return this.origins.slice(base, this.top);
  }

  /** The origin of an operand as the text that is made of it. */
  textOrigin(at: number, range: TemplateRange): Origin {
    const text = textOf(this.value(at));
    this.work.spend(text.length >> 8);
    return this.madeOf(at, text, range);
  }

  /** The origin of a text that was made of an operand. A list or dict of the data has none of its own on the stack. */
  private madeOf(at: number, text: string, range: TemplateRange): Origin {
    const path = this.pathOfContainer(this.value(at));
    return fitted(path === undefined ? this.origin(at) : fromData(0, range, path, WHOLE), text, range);
  }

  /** Text that was made of operands in a way that cannot be followed: it comes from the first value of the data among them, as a whole. */
  whole(base: number, text: string, range: TemplateRange): Origin {
    for (let at = base; at < this.top; at++) {
      const path = this.pathOf(this.value(at), this.origin(at));
      if (path !== null) return fromData(text.length, range, path, WHOLE);
    }
    return literal(text.length, range);
  }

  topOrigin(): Origin | null {
    return this.top > this.base ? (this.origins[this.top - 1] ?? null) : null;
  }

  /** The origin of an item or attribute of a value. */
  item(container: Value, key: string | number, value: Value, range: TemplateRange): Origin | null {
    const path = this.paths.get(container);
    if (path !== undefined) return this.leafOf(value, range, { parent: path, key });
    const known =
      this.items.get(container)?.(key) ??
      (typeof key === 'string' ? this.attributes.get(container)?.get(key) : undefined);
    return known === undefined ? null : readAt(known, range);
  }

  /** The origin of an item as the text that is made of it. */
  itemText(container: Value, index: number, item: Value, range: TemplateRange): Origin {
    const path = this.pathOfContainer(item);
    const origin =
      path === undefined ? this.item(container, index, item, range) : fromData(0, range, path, WHOLE);
    return fitted(origin, textOf(item), range);
  }

  /** The origin of what a loop gives as its item number `index`. */
  iterated(source: Value, index: number, item: Value): Origin | null {
    const dict = this.pairs.get(source) ?? (source instanceof DictView ? source.dict : undefined);
    if (dict === undefined) {
      const key = source instanceof PyDict ? source.keys()[index] : undefined;
      if (typeof key === 'string') return this.keyOf(source, key);
      return this.item(source, index, item, NOWHERE);
    }
    if (item instanceof PyTuple && !(source instanceof DictView && source.kind !== 'items')) {
      const [key, value] = item.items;
      if (typeof key === 'string')
        this.addItems(item, [this.keyOf(dict, key), this.item(dict, key, value ?? null, NOWHERE)]);
      return null;
    }
    const key = dict.keys()[index];
    if (typeof key !== 'string') return null;
    return source instanceof DictView && source.kind === 'keys'
      ? this.keyOf(dict, key)
      : this.item(dict, key, item, NOWHERE);
  }

  private keyOf(dict: Value, key: string): Origin | null {
    const path = this.paths.get(dict);
    return path === undefined ? null : fromData(key.length, NOWHERE, { parent: path, key }, WHOLE);
  }

  addItems(container: Value, origins: readonly (Origin | null)[] | ItemOrigins): void {
    if (typeof origins === 'function') this.items.set(container, origins);
    else this.items.set(container, (key) => (typeof key === 'number' ? (origins[key] ?? null) : null));
  }

  addPairs(source: Value, dict: PyDict): void {
    this.pairs.set(source, dict);
  }

  /** The value of the data that something came from: itself a list or dict of the data, or text of it. */
  pathOf(value: Value, origin: Origin | null): PathNode | null {
    return this.pathOfContainer(value) ?? (origin === null ? null : firstPath(origin));
  }

  /** A map would hash a text of any length to find that it is not in it. */
  private pathOfContainer(value: Value): PathNode | undefined {
    return typeof value === 'object' && value !== null ? this.paths.get(value) : undefined;
  }

  /** What the next assignment assigns came from the expression that was evaluated last. */
  offerTop(): void {
    this.offered = this.topOrigin();
  }

  /** The next assignment assigns an item of a value. */
  offerItem(container: Value, index: number, item: Value): void {
    this.offered = this.item(container, index, item, NOWHERE);
  }

  offer(origin: Origin | null): void {
    this.offered = origin;
  }

  /** What a set block or filter block wrote. */
  capturedOrigin(text: string, range: TemplateRange): Origin | null {
    return this.captured === null || this.capturedText !== text ? null : fitted(this.captured, text, range);
  }

  /** A call begins; `endCall` takes what this gives. */
  beginCall(): number {
    const outer = this.callBase;
    this.callBase = this.top;
    this.capturedAt = -1;
    return outer;
  }

  endCall(outer: number): void {
    this.callBase = outer;
  }

  /** What a macro wrote that was the running call's, whose operands begin at `base`. */
  capturedBy(base: number, value: Value, range: TemplateRange): Origin | null {
    const text = textIn(value);
    return text === undefined || this.capturedAt !== base ? null : this.capturedOrigin(text, range);
  }

  assignSlot(frame: Frame, index: number): void {
    frame.origins[index] = this.offered;
  }

  assignVariable(name: string, value: Value): void {
    this.variables.set(name, { value, origin: this.offered });
  }

  variable(name: string, value: Value | undefined): Origin | null {
    const known = this.variables.get(name);
    return known !== undefined && known.value === value ? known.origin : null;
  }

  /** Assigns to an attribute of a namespace. */
  assignAttribute(container: Value, name: string, origin: Origin | null = this.offered): void {
    let attributes = this.attributes.get(container);
    if (attributes === undefined) this.attributes.set(container, (attributes = new Map()));
    attributes.set(name, origin);
  }

  /** Parameter number `position` of the running call. */
  assignParameter(frame: Frame, index: number, value: Value, position: number): void {
    let at = this.callBase + 1 + position;
    if (at >= this.top || this.values[at] !== value) {
      at = this.callBase + 1;
      while (at < this.top && this.values[at] !== value) at++;
    }
    frame.origins[index] = at < this.top ? (this.origins[at] ?? null) : null;
  }

  /** A statement begins, whose expressions lie on the stack from here on. */
  enter(statement: Writer): void {
    this.statement = statement;
    this.base = this.top;
  }

  /** Goes back to the statement around it, and to where that one's expressions begin. */
  leave(outer: Writer | null, base: number): void {
    this.top = this.base;
    this.statement = outer;
    this.base = base;
  }

  /** The running statement writes. */
  write(text: string): void {
    const { statement } = this;
    if (text === '' || statement === null) return;
    this.work.spend(1);
    this.buffer.push(this.written(text, statement));
  }

  private written(text: string, { kind, range }: Writer): Origin {
    if (kind === 'data') return literal(text.length, range);
    if (kind !== 'print') return this.capturedOrigin(text, range) ?? fitted(this.topOrigin(), text, range);
    return this.top > this.base ? this.madeOf(this.top - 1, text, range) : literal(text.length, range);
  }

  /** What is written from now on goes to a buffer of its own; `close` takes what this gives. */
  open(): Origin[] {
    const outer = this.buffer;
    this.buffer = [];
    return outer;
  }

  close(outer: Origin[], text: string): void {
    const { buffer } = this;
    this.capturedAt = this.callBase;
    this.capturedText = text;
    this.captured = join(buffer, this.work);
    this.buffer = outer;
  }

  /** What the whole document came from. */
  document(): readonly Origin[] {
    return this.buffer;
  }

  /** Lists and dicts are known by themselves; all else by where it was taken from. */
  private leafOf(value: Value, range: TemplateRange, path: PathNode): Origin | null {
    const text = textIn(value);
    if (text !== undefined) return this.textLeaf(text, range, path);
    if (value === null || value instanceof Undefined) return null;
    return typeof value === 'object' && !(value instanceof PyFloat) ? null : fromData(0, range, path, WHOLE);
  }

  private textLeaf(text: string, range: TemplateRange, path: PathNode): Origin {
    const { marked } = this;
    if (marked === null || text.length !== marked.text.length || text !== marked.text)
      return fromData(text.length, range, path, 0);
    const parts = [fromData(marked.length, range, path, 0), literal(text.length - marked.length, range)];
    return join(parts, this.work);
  }
}
