import { TemplateFault, typeError } from '../template-fault.ts';
import type { Runtime } from '../runtime.ts';
import { getItem } from '../values/access.ts';
import { equals, ordered, sortByKey } from '../values/compare.ts';
import { toIndex } from '../values/coerce.ts';
import { DictView, PyDict } from '../values/dict.ts';
import { iterate, lengthOf, listOf } from '../values/iterate.ts';
import { cursorOf } from '../values/cursor.ts';
import { like, textIn } from '../values/markup.ts';
import { isTrue } from '../values/truth.ts';
import { typeName } from '../values/type-name.ts';
import { points } from '../values/unicode.ts';
import { Undefined } from '../values/undefined.ts';
import { PyIterator, PyObject, PyRange, PyTuple, type Cursor, type Value } from '../values/value.ts';
import { arithmetic, modulo } from '../values/arithmetic.ts';
import { attributeGetter, ignoreCase, lazily, multiAttributeGetter } from './attribute-path.ts';
import { filter, type FilterFamily } from './filter.ts';

function reversedCursor(value: Value): Cursor | null {
  if (typeof value === 'string') return iterate(points(value).toReversed());
  if (Array.isArray(value)) return iterate(value.toReversed());
  return value instanceof PyObject ? value.reversedCursor() : null;
}

function last(value: Value): Value {
  const cursor = reversedCursor(value) ?? typeError(`'${typeName(value)}' object is not reversible`);
  return firstOf(cursor, 'No last item, sequence was empty.');
}

function firstOf(cursor: Cursor, hint: string): Value {
  const item = cursor.next();
  return item === undefined ? new Undefined(null, undefined, hint) : item;
}

function reverse(runtime: Runtime, value: Value): Value {
  const text = textIn(value);
  if (text !== undefined) return like(value, points(text).toReversed().join(''));
  const cursor = reversedCursor(value);
  if (cursor !== null) return new PyIterator(cursor, reversedName(value));
  if (cursorOf(value) === null) throw new TemplateFault('FilterArgumentError', 'argument must be iterable');
  return listOf(runtime, value).toReversed();
}

/** What `type(reversed(value))` is called. */
function reversedName(value: Value): string {
  if (Array.isArray(value)) return 'list_reverseiterator';
  if (value instanceof PyDict) return 'dict_reversekeyiterator';
  if (value instanceof DictView) return `dict_reverse${value.kind.replace(/s$/u, '')}iterator`;
  return value instanceof PyRange ? 'range_iterator' : 'reversed';
}

function dictsort(runtime: Runtime, value: Value, args: readonly (Value | undefined)[]): Value {
  const [caseSensitive, by, reversed] = args;
  const position = by === undefined || by === 'key' ? 0 : by === 'value' ? 1 : null;
  if (position === null)
    throw new TemplateFault('FilterArgumentError', 'You can only sort by either "key" or "value"');
  if (!(value instanceof PyDict)) {
    if (value instanceof Undefined) return value.fail();
    return typeError(`'${typeName(value)}' object has no attribute 'items'`);
  }
  const items = listOf(runtime, new DictView('items', value));
  const keyOf = (item: Value): Value => {
    const key = item instanceof PyTuple ? (item.items[position] ?? null) : null;
    return isTrue(caseSensitive ?? false) ? key : ignoreCase(key);
  };
  return sortByKey(items, keyOf, isReversed(reversed));
}

function sort(
  runtime: Runtime,
  value: Value,
  [reversed, caseSensitive, attribute]: readonly (Value | undefined)[],
): Value {
  const getter = multiAttributeGetter(attribute ?? null);
  const sensitive = isTrue(caseSensitive ?? false);
  const items = listOf(runtime, value);
  runtime.charge(items.length * 16);
  return sortByKey(
    items,
    (item) => getter(item).map((key) => (sensitive ? key : ignoreCase(key))),
    isReversed(reversed),
  );
}

/** `sorted` wants an int here. */
function isReversed(reversed: Value | undefined): boolean {
  return toIndex(reversed, 0) !== 0;
}

function unique(
  runtime: Runtime,
  value: Value,
  [caseSensitive, attribute]: readonly (Value | undefined)[],
): Value {
  const getter = attributeGetter(attribute ?? null);
  const sensitive = isTrue(caseSensitive ?? false);
  const seen = new PyDict();
  let source: Cursor | null = null;
  return new PyIterator(
    lazily(
      runtime,
      () => (source ??= iterate(value)).next(),
      (item) => {
        const key = sensitive ? getter(item) : ignoreCase(getter(item));
        if (seen.has(key)) return undefined;
        seen.set(key, true);
        return item;
      },
    ),
    'generator',
    'sync_do_unique',
  );
}

function extreme(
  which: '<' | '>',
): (runtime: Runtime, value: Value, args: readonly (Value | undefined)[]) => Value {
  return (runtime, value, [caseSensitive, attribute]) => {
    const getter = attributeGetter(attribute ?? null);
    const key = (item: Value): Value =>
      isTrue(caseSensitive ?? false) ? getter(item) : ignoreCase(getter(item));
    const [first, ...rest] = listOf(runtime, value);
    if (first === undefined) return new Undefined(null, undefined, 'No aggregated item, sequence was empty.');
    let best = first;
    let bestKey = key(first);
    for (const item of rest) {
      const itemKey = key(item);
      if (ordered(itemKey, bestKey, which)) {
        best = item;
        bestKey = itemKey;
      }
    }
    return best;
  };
}

function sum(runtime: Runtime, value: Value, [attribute, start]: readonly (Value | undefined)[]): Value {
  const getter = attributeGetter(attribute ?? null);
  let total: Value = start === undefined ? 0 : start;
  if (typeof total === 'string') return typeError("sum() can't sum strings [use ''.join(seq) instead]");
  for (const item of listOf(runtime, value)) total = arithmetic(runtime, '+', total, getter(item));
  return total;
}

/** The groups; nothing is looked at before the first is wanted, and the size may be anything that has an order (filters.py:1113). */
function batch(
  runtime: Runtime,
  value: Value,
  [count = null, fill = null]: readonly (Value | undefined)[],
): Value {
  let cursor: Cursor | null = null;
  let group: Value[] = [];
  const next = (): Value | undefined => {
    cursor ??= iterate(value);
    for (let item = cursor.next(); item !== undefined; item = cursor.next()) {
      runtime.step();
      const full = group;
      if (equals(full.length, count)) {
        group = [item];
        return full;
      }
      group.push(item);
    }
    if (group.length === 0) return undefined;
    const last = group;
    group = [];
    return padded(runtime, last, count, fill);
  };
  return new PyIterator({ next }, 'generator', 'do_batch');
}

function padded(runtime: Runtime, group: Value[], count: Value, fill: Value): Value[] {
  if (fill === null || !ordered(group.length, count, '<')) return group;
  const size = toIndex(count, 0);
  runtime.reserve(size);
  runtime.charge(size);
  while (group.length < size) group.push(fill);
  return group;
}

/** The parts; all is read when the first is wanted (filters.py:1070). */
function sliceFilter(
  runtime: Runtime,
  value: Value,
  [count = null, fill = null]: readonly (Value | undefined)[],
): Value {
  let parts: Cursor | null = null;
  const cut = (): Cursor => {
    const items = listOf(runtime, value);
    const size = arithmetic(runtime, '//', items.length, count);
    const extra = modulo(items.length, count);
    const slices = toIndex(count, 0);
    const [each, more] = [toIndex(size, 0), toIndex(extra, 0)];
    let number = 0;
    return {
      next: () => {
        if (number >= slices) return undefined;
        runtime.step();
        const start = number * each + Math.min(number, more);
        const part = items.slice(start, start + each + (number < more ? 1 : 0));
        if (fill !== null && number >= more) part.push(fill);
        number++;
        return part;
      },
    };
  };
  return new PyIterator({ next: () => (parts ??= cut()).next() }, 'generator', 'sync_do_slice');
}

/** What groupby gives: a tuple that also has names. */
class Group extends PyTuple {
  override readonly typeName = '_GroupTuple';

  override attribute(name: string): Value | undefined {
    if (name === 'grouper') return this.items[0];
    return name === 'list' ? this.items[1] : undefined;
  }
}

function groupby(
  runtime: Runtime,
  value: Value,
  [attribute, fallback, caseSensitive]: readonly (Value | undefined)[],
): Value {
  const getter = attributeGetter(attribute ?? null, fallback ?? null);
  const sensitive = isTrue(caseSensitive ?? false);
  const keyOf = (item: Value): Value => (sensitive ? getter(item) : ignoreCase(getter(item)));
  const groups: { key: Value; first: Value; items: Value[] }[] = [];
  for (const item of sortByKey(listOf(runtime, value), keyOf, false)) {
    const key = keyOf(item);
    const group = groups.at(-1);
    if (group !== undefined && equals(group.key, key)) group.items.push(item);
    else groups.push({ key, first: item, items: [item] });
  }
  return groups.map(({ key, first, items }) => new Group([sensitive ? key : getter(first), items]));
}

function items(value: Value): Value {
  if (value instanceof Undefined) return new PyIterator({ next: () => undefined }, 'generator', 'do_items');
  if (value instanceof PyDict)
    return new PyIterator(new DictView('items', value).cursor(), 'generator', 'do_items');
  const fail = (): never => typeError('Can only get item pairs from a mapping.');
  return new PyIterator({ next: fail }, 'generator', 'do_items');
}

/** One of the items. Python's own choice cannot be repeated; this one is the same at every run. */
function randomItem(runtime: Runtime, value: Value): Value {
  const size = lengthOf(value);
  if (size === 0) return new Undefined(null, undefined, 'No random item, sequence was empty.');
  runtime.step();
  const index = size >> 1;
  const item = getItem(value, index);
  if (item instanceof Undefined) throw new TemplateFault('KeyError', String(index));
  return item;
}

/** Filters over sequences and mappings (filters.py). */
export const SEQUENCE_FILTERS: FilterFamily = {
  length: filter('len', [], (_, value) => lengthOf(value)),
  count: filter('len', [], (_, value) => lengthOf(value)),
  list: filter('list', [], (runtime, value) => [...listOf(runtime, value)]),
  first: filter('first', [], (_, value) => firstOf(iterate(value), 'No first item, sequence was empty.')),
  last: filter('last', [], (_, value) => last(value)),
  reverse: filter('reverse', [], reverse),
  dictsort: filter('dictsort', ['case_sensitive', 'by', 'reverse'], dictsort),
  sort: filter('sort', ['reverse', 'case_sensitive', 'attribute'], sort),
  unique: filter('unique', ['case_sensitive', 'attribute'], unique),
  min: filter('min', ['case_sensitive', 'attribute'], extreme('<')),
  max: filter('max', ['case_sensitive', 'attribute'], extreme('>')),
  sum: filter('sum', ['attribute', 'start'], sum),
  batch: filter('batch', ['linecount', 'fill_with'], batch, 1),
  slice: filter('slice', ['slices', 'fill_with'], sliceFilter, 1),
  groupby: filter('groupby', ['attribute', 'default', 'case_sensitive'], groupby, 1),
  items: filter('items', [], (_, value) => items(value)),
  random: filter('random', [], randomItem),
};
