import { typeError } from '../template-fault.ts';
import { DictView, PyDict } from './dict.ts';
import { Markup, textIn } from './markup.ts';
import { PySet } from './set.ts';
import { compareNumbers, numeric } from './number.ts';
import { hasSurrogates } from './unicode.ts';
import { Undefined } from './undefined.ts';
import { typeName } from './type-name.ts';
import { PyFloat, PyObject, PyRange, PyTuple, type Value } from './value.ts';

/** Python's `==`. */
export function equals(left: Value, right: Value): boolean {
  if (typeof left === 'string' || left === null || typeof right === 'string' || right === null)
    return left === right || equalMarkup(left, right);
  const a = numeric(left);
  const b = numeric(right);
  if (a !== undefined && b !== undefined) return compareNumbers(a, b) === 0;
  if (a !== undefined || b !== undefined) return false;
  if (left === right) return true;
  if (left instanceof Markup) return equalMarkup(left, right);
  if (Array.isArray(left)) return Array.isArray(right) && equalItems(left, right);
  if (left instanceof PyTuple) return right instanceof PyTuple && equalItems(left.items, right.items);
  if (left instanceof PyDict) return right instanceof PyDict && equalDicts(left, right);
  if (left instanceof Undefined) return right instanceof Undefined;
  if (left instanceof PyRange) return right instanceof PyRange && equalRanges(left, right);
  if (isSetLike(left)) {
    return isSetLike(right) && left.size() === right.size() && isSubset(left, right);
  }
  return left instanceof PyObject && left.equals(right);
}

function equalMarkup(left: Value, right: Value): boolean {
  if (!(left instanceof Markup) && !(right instanceof Markup)) return false;
  const text = textIn(left);
  return text !== undefined && text === textIn(right);
}

/** Items of lists are the same if identical (so NaN in a list equals itself) or equal. */
function same(left: Value, right: Value): boolean {
  return left === right || equals(left, right);
}

function equalItems(left: readonly Value[], right: readonly Value[]): boolean {
  return left.length === right.length && left.every((item, i) => same(item, right[i] ?? null));
}

function equalDicts(left: PyDict, right: PyDict): boolean {
  if (left.size() !== right.size()) return false;
  for (const [key, value] of left.entries()) {
    const other = right.get(key);
    if (other === undefined || !same(value, other)) return false;
  }
  return true;
}

function equalRanges(left: PyRange, right: PyRange): boolean {
  if (left.length !== right.length) return false;
  if (left.length === 0) return true;
  return left.start === right.start && (left.length === 1 || left.step === right.step);
}

type SetLike = DictView | PySet;

function isSetLike(value: Value): value is SetLike {
  return value instanceof PySet || (value instanceof DictView && value.kind !== 'values');
}

function isSubset(left: SetLike, right: SetLike): boolean {
  return left.items().every((item) => setHas(right, item));
}

/** Whether a set or a view of keys or items has an item. */
export function setHas(set: SetLike, item: Value): boolean {
  if (set instanceof PySet) return set.has(item);
  if (set.kind === 'keys') return set.dict.has(item);
  if (!(item instanceof PyTuple) || item.items.length !== 2) return false;
  const [key = null, value = null] = item.items;
  const found = set.dict.get(key);
  return found !== undefined && same(found, value);
}

export type Ordering = '<' | '<=' | '>' | '>=';

/** Python's `<`, `<=`, `>` and `>=`. TypeError where it has no order. */
export function ordered(left: Value, right: Value, operator: Ordering): boolean {
  if (typeof left === 'string' && typeof right === 'string')
    return holds(compareTexts(left, right), operator);
  const a = numeric(left);
  const b = numeric(right);
  if (a !== undefined && b !== undefined) return holds(compareNumbers(a, b), operator);
  if (left instanceof Undefined) return left.fail();
  if (right instanceof Undefined) return right.fail();
  if (left instanceof Markup || right instanceof Markup) {
    const [x, y] = [textIn(left), textIn(right)];
    if (x !== undefined && y !== undefined) return holds(compareTexts(x, y), operator);
  }
  if (isSetLike(left) && isSetLike(right)) return orderedSets(left, right, operator);
  if (Array.isArray(left) && Array.isArray(right)) return orderedItems(left, right, operator);
  if (left instanceof PyTuple && right instanceof PyTuple)
    return orderedItems(left.items, right.items, operator);
  return typeError(
    `'${operator}' not supported between instances of '${typeName(left)}' and '${typeName(right)}'`,
  );
}

function holds(order: number, operator: Ordering): boolean {
  switch (operator) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    default:
      return operator satisfies never;
  }
}

/** Sets are ordered by inclusion. */
function orderedSets(left: SetLike, right: SetLike, operator: Ordering): boolean {
  const [a, b] = [left.size(), right.size()];
  switch (operator) {
    case '<':
      return a < b && isSubset(left, right);
    case '<=':
      return a <= b && isSubset(left, right);
    case '>':
      return a > b && isSubset(right, left);
    case '>=':
      return a >= b && isSubset(right, left);
    default:
      return operator satisfies never;
  }
}

/** By code points, which differs from UTF-16 order beyond U+FFFF. */
function compareTexts(left: string, right: string): number {
  if (left === right) return 0;
  if (!hasSurrogates(left) && !hasSurrogates(right)) return left < right ? -1 : 1;
  const a = left[Symbol.iterator]();
  const b = right[Symbol.iterator]();
  for (;;) {
    const x = a.next();
    const y = b.next();
    if (x.done === true) return y.done === true ? 0 : -1;
    if (y.done === true) return 1;
    const difference = (x.value.codePointAt(0) ?? 0) - (y.value.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
}

function orderedItems(left: readonly Value[], right: readonly Value[], operator: Ordering): boolean {
  const length = Math.min(left.length, right.length);
  for (let i = 0; i < length; i++) {
    const a = left[i] ?? null;
    const b = right[i] ?? null;
    if (!same(a, b)) return ordered(a, b, operator);
  }
  return holds(left.length - right.length, operator);
}

/** Python's `is` as far as it can be told here: small values by value, the rest by identity. */
export function identical(left: Value, right: Value): boolean {
  return left === right || (left instanceof PyFloat && left === right);
}

/** Python's stable sort by `<` on keys. */
export function sortByKey(items: readonly Value[], key: (item: Value) => Value, reverse: boolean): Value[] {
  const keyed = items.map((item) => ({ item, key: key(item) }));
  if (reverse) keyed.reverse();
  keyed.sort((a, b) => (ordered(a.key, b.key, '<') ? -1 : ordered(b.key, a.key, '<') ? 1 : 0));
  if (reverse) keyed.reverse();
  return keyed.map((each) => each.item);
}
