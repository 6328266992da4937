import { dictMethod } from '../methods/dict-methods.ts';
import { listMethod, tupleMethod } from '../methods/list-methods.ts';
import { floatMethod, intMethod, numberAttribute, type Int } from '../methods/number-methods.ts';
import { textMethod } from '../methods/text-methods.ts';
import { bytesMethod } from '../methods/bytes-methods.ts';
import { isOwnMarkupMethod, markupMethod } from '../methods/markup-methods.ts';
import { rangeMethod } from '../methods/range-methods.ts';
import { Runtime } from '../runtime.ts';
import { isFault, typeError } from '../template-fault.ts';
import { PyBytes } from './bytes.ts';
import { PyDict } from './dict.ts';
import { Markup, textIn } from './markup.ts';
import { integral } from './number.ts';
import { repr } from './repr.ts';
import { PySet } from './set.ts';
import { PySlice, slice } from './slice.ts';
import { typeName } from './type-name.ts';
import { hasSurrogates, points } from './unicode.ts';
import { Undefined } from './undefined.ts';
import { PyFloat, PyFunction, PyObject, PyRange, PyTuple, type Kwargs, type Value } from './value.ts';

/** Methods of the mutable types that the sandbox hands out as an undefined that refuses (sandbox.py:46). */
const MUTATING: Readonly<Record<string, ReadonlySet<string>>> = {
  dict: new Set(['clear', 'pop', 'popitem', 'setdefault', 'update']),
  set: new Set([
    'add',
    'clear',
    'difference_update',
    'discard',
    'pop',
    'remove',
    'symmetric_difference_update',
    'update',
  ]),
  list: new Set(['append', 'clear', 'pop', 'reverse', 'insert', 'sort', 'extend', 'remove']),
};

/** Calls a method of a value's type; JS undefined if the type has none of that name. */
function callOwnMethod(
  runtime: Runtime,
  value: Value,
  name: string,
  args: Value[],
  kwargs: Kwargs,
): Value | undefined {
  if (typeof value === 'string') return textMethod(name)?.(runtime, value, args, kwargs);
  if (value instanceof PyDict) return dictMethod(name)?.(runtime, value, args, kwargs);
  if (value instanceof Markup) return markupMethod(name)?.(runtime, value, args, kwargs);
  if (Array.isArray(value)) return listMethod(name)?.(runtime, value, args, kwargs);
  if (value instanceof PyTuple) return tupleMethod(name)?.(runtime, value, args, kwargs);
  if (value instanceof PyFloat) return floatMethod(name)?.(runtime, value, args, kwargs);
  if (value instanceof PyBytes) return bytesMethod(name)?.(runtime, value, args, kwargs);
  if (value instanceof PyRange) return rangeMethod(name)?.(runtime, value, args, kwargs);
  return isInt(value) ? intMethod(name)?.(runtime, value, args, kwargs) : undefined;
}

/** Whether a value's type has a method of that name. */
export function hasMethod(value: Value, name: string): boolean {
  if (typeof value === 'string') return textMethod(name) !== undefined;
  if (value instanceof PyDict) return dictMethod(name) !== undefined;
  if (value instanceof Markup) return markupMethod(name) !== undefined;
  if (Array.isArray(value)) return listMethod(name) !== undefined;
  if (value instanceof PyTuple) return tupleMethod(name) !== undefined;
  if (value instanceof PyFloat) return floatMethod(name) !== undefined;
  if (value instanceof PyBytes) return bytesMethod(name) !== undefined;
  if (value instanceof PyRange) return rangeMethod(name) !== undefined;
  return isInt(value) && intMethod(name) !== undefined;
}

function isInt(value: Value): value is Int {
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean';
}

function isMutating(value: Value, name: string): boolean {
  if (value instanceof PySet) return MUTATING['set']?.has(name) ?? false;
  if (value instanceof PyDict) return MUTATING['dict']?.has(name) ?? false;
  return Array.isArray(value) && (MUTATING['list']?.has(name) ?? false);
}

function unsafe(value: Value, name: string): Undefined {
  const hint = `access to attribute '${name}' of '${typeName(value)}' object is unsafe.`;
  return new Undefined(name, value, hint, 'SecurityError');
}

/** A method that is written in Python: its repr names what it is bound to. */
function boundMethod(value: Markup, name: string): PyFunction {
  const owner = name === 'escape' ? "<class 'markupsafe.Markup'>" : repr(value);
  return new PyFunction(
    `Markup.${name} of ${owner}`,
    (runtime, args, kwargs) => callOwnMethod(runtime, value, name, args, kwargs) ?? null,
    'method',
  );
}

/** Attributes that every Python object has: reached, they are refused by the sandbox. */
const DUNDER =
  /^__(?:class|doc|init|new|dir|eq|ne|lt|le|gt|ge|hash|str|repr|format|sizeof|reduce|reduce_ex|getattribute|setattr|delattr|init_subclass|subclasshook)__$/;

/** Python's `getattr` with the sandbox's refusals; JS undefined for AttributeError. */
function attributeOf(value: Value, name: string): Value | undefined {
  if (name.startsWith('__') && DUNDER.test(name)) return unsafe(value, name);
  if (isMutating(value, name)) return unsafe(value, name);
  if (hasMethod(value, name)) {
    if (value instanceof Markup && isOwnMarkupMethod(name)) return boundMethod(value, name);
    return new PyFunction(
      `${name} of ${typeName(value)}`,
      (runtime, args, kwargs) => callOwnMethod(runtime, value, name, args, kwargs) ?? null,
    );
  }
  const number = numberAttribute(value, name);
  if (number !== undefined) return number;
  return value instanceof PyObject ? value.attribute(name) : undefined;
}

/** jinja2's `environment.getattr`: the attribute first, then the item (sandbox.py:312). */
export function getAttribute(value: Value, name: string): Value {
  const attribute = attributeOf(value, name);
  if (attribute !== undefined) return attribute;
  const item = subscript(value, name);
  return item === undefined ? new Undefined(name, value) : item;
}

/** jinja2's `environment.getitem`: the item first, then the attribute (sandbox.py:290). */
export function getItem(value: Value, key: Value): Value {
  const item = subscript(value, key);
  if (item !== undefined) return item;
  const name = textIn(key);
  if (name !== undefined) {
    const attribute = attributeOf(value, name);
    return attribute === undefined ? new Undefined(name, value) : attribute;
  }
  const owner = value === null ? 'None' : `${typeName(value)} object`;
  return new Undefined(null, value, `${owner} has no element ${repr(key)}`);
}

/** `value[key]`, JS undefined for TypeError and LookupError. */
function subscript(value: Value, key: Value): Value | undefined {
  if (key instanceof PySlice) return sliced(value, key);
  if (typeof value === 'string') return characterAt(value, key);
  if (value instanceof Markup) {
    const character = characterAt(value.text, key);
    return character === undefined ? undefined : new Markup(character);
  }
  if (value instanceof PyBytes) return itemAt(value.bytes, key);
  if (Array.isArray(value)) return itemAt(value, key);
  if (value instanceof PyTuple) return itemAt(value.items, key);
  if (value instanceof PyRange) {
    const index = position(value.length, key);
    return index === undefined ? undefined : value.at(index);
  }
  return value instanceof PyObject ? value.item(key) : undefined;
}

/** A slice that is looked up as a key: what fails with a TypeError is missing. */
function sliced(value: Value, key: PySlice): Value | undefined {
  const runtime = new Runtime(new Map(), { attribute: getAttribute, item: getItem }, '', false);
  try {
    return slice(runtime, value, key.start, key.stop, key.step);
  } catch (error) {
    if (isFault(error, 'TypeError')) return undefined;
    throw error;
  }
}

function position(length: number, key: Value): number | undefined {
  const int = integral(key);
  if (typeof int !== 'number') return undefined;
  const index = int < 0 ? int + length : int;
  return index >= 0 && index < length ? index : undefined;
}

function itemAt(items: readonly Value[], key: Value): Value | undefined {
  const index = position(items.length, key);
  return index === undefined ? undefined : items[index];
}

function characterAt(text: string, key: Value): string | undefined {
  if (!hasSurrogates(text)) {
    const index = position(text.length, key);
    return index === undefined ? undefined : text[index];
  }
  const characters = points(text);
  const index = position(characters.length, key);
  return index === undefined ? undefined : characters[index];
}

/** Calls a value. */
export function callValue(runtime: Runtime, callee: Value, args: Value[], kwargs: Kwargs): Value {
  const result = callee instanceof PyObject ? callee.call(runtime, args, kwargs) : undefined;
  return result ?? (result === null ? null : typeError(`'${typeName(callee)}' object is not callable`));
}

/** `value.name(…)` without making the bound method first. */
export function callMethod(
  runtime: Runtime,
  value: Value,
  name: string,
  args: Value[],
  kwargs: Kwargs,
): Value {
  const result = isMutating(value, name) ? undefined : callOwnMethod(runtime, value, name, args, kwargs);
  if (result !== undefined) return result;
  return callValue(runtime, getAttribute(value, name), args, kwargs);
}
