import type { Runtime } from '../runtime.ts';
import { typeError, valueError } from '../template-fault.ts';
import { PyBytes } from './bytes.ts';
import { DictView, PyDict } from './dict.ts';
import { equals, setHas } from './compare.ts';
import { cursorOf } from './cursor.ts';
import { Markup, textIn } from './markup.ts';
import { str } from './repr.ts';
import { integral } from './number.ts';
import { PySet } from './set.ts';
import { typeName } from './type-name.ts';
import { pointLength } from './unicode.ts';
import { PyObject, PyTuple, type Cursor, type Value } from './value.ts';

/** Python's `iter`. */
export function iterate(value: Value): Cursor {
  return cursorOf(value) ?? typeError(`'${typeName(value)}' object is not iterable`);
}

/** Python's `list`, counted. */
export function listOf(runtime: Runtime, value: Value): Value[] {
  if (Array.isArray(value)) {
    runtime.charge(value.length);
    return value;
  }
  if (typeof value === 'string') runtime.charge(value.length);
  const items: Value[] = [];
  const cursor = iterate(value);
  for (let item = cursor.next(); item !== undefined; item = cursor.next()) {
    runtime.step();
    items.push(item);
  }
  return items;
}

/** Python's `len`. */
export function lengthOf(value: Value): number {
  const length = sizeOf(value);
  return length ?? typeError(`object of type '${typeName(value)}' has no len()`);
}

/** Python's `len`, null where it raises TypeError. */
export function sizeOf(value: Value): number | null {
  if (typeof value === 'string') return pointLength(value);
  if (Array.isArray(value)) return value.length;
  return value instanceof PyObject ? value.size() : null;
}

/** Python's `item in container`. */
export function contains(runtime: Runtime, container: Value, item: Value): boolean {
  if (typeof container === 'string' || container instanceof Markup) {
    const text = typeof container === 'string' ? container : container.text;
    const part = textIn(item);
    if (part === undefined)
      return typeError(`'in <string>' requires string as left operand, not ${typeName(item)}`);
    runtime.charge(text.length >> 6);
    return text.includes(part);
  }
  if (container instanceof PyDict) return container.has(item);
  if (container instanceof DictView && container.kind !== 'values') return setHas(container, item);
  if (container instanceof PySet) return container.has(item);
  if (container instanceof PyBytes) return bytesContain(container, item);
  if (Array.isArray(container)) return listContains(runtime, container, item);
  if (container instanceof PyTuple) return listContains(runtime, container.items, item);
  const cursor =
    cursorOf(container) ?? typeError(`argument of type '${typeName(container)}' is not iterable`);
  for (let each = cursor.next(); each !== undefined; each = cursor.next()) {
    runtime.step();
    if (each === item || equals(each, item)) return true;
  }
  return false;
}

function bytesContain({ bytes }: PyBytes, item: Value): boolean {
  if (item instanceof PyBytes)
    return `,${bytes.join()},`.includes(`,${item.bytes.join()},`) || item.size() === 0;
  const byte = integral(item);
  if (byte === undefined) return typeError(`a bytes-like object is required, not '${typeName(item)}'`);
  return byte >= 0 && byte < 256 ? bytes.includes(Number(byte)) : valueError('byte must be in range(0, 256)');
}

function listContains(runtime: Runtime, items: readonly Value[], item: Value): boolean {
  runtime.charge(items.length);
  return items.some((each) => each === item || equals(each, item));
}

/** `str(item)` for each, joined; the size is checked before. */
export function joinTexts(runtime: Runtime, separator: string, texts: readonly string[]): string {
  let size = separator.length * Math.max(0, texts.length - 1);
  for (const text of texts) size += text.length;
  runtime.reserve(size);
  runtime.charge(texts.length + (size >> 6));
  return texts.join(separator);
}

/** What jinja2's soft_str makes: text of anything. */
export function textOf(value: Value): string {
  return typeof value === 'string' ? value : str(value);
}
