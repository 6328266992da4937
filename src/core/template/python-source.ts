import { PyDict } from './values/dict.ts';
import { floatRepr } from './values/float-text.ts';
import { intRepr } from './values/repr.ts';
import { typeName } from './values/type-name.ts';
import { PyFloat, type Value } from './values/value.ts';

const WIDTH = 100;
const INDENT = '    ';

/**
 * A value that came from JSON as Python source that makes the same value: one line where it fits, else one item a line.
 * @param column where the first character will stand, so that the line's width is known
 * @throws {Error} for a value that JSON does not have
 */
export function pythonSource(value: Value, column = 0, indent = ''): string {
  const flat = flatSource(value);
  if (column + flat.length <= WIDTH) return flat;
  const inner = indent + INDENT;
  if (Array.isArray(value) && value.length > 0) {
    const items = value.map((item) => `${inner}${pythonSource(item, inner.length, inner)},\n`);
    return `[\n${items.join('')}${indent}]`;
  }
  if (value instanceof PyDict && value.size() > 0) {
    const items = [...value.entries()].map(([key, item]) => {
      const head = `${inner}${flatSource(key)}: `;
      return `${head}${pythonSource(item, head.length, inner)},\n`;
    });
    return `{\n${items.join('')}${indent}}`;
  }
  return flat;
}

function flatSource(value: Value): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return pythonText(value);
  if (typeof value === 'number') return String(value);
  if (typeof value === 'bigint') return intRepr(value);
  if (value instanceof PyFloat) return floatSource(value.value);
  if (Array.isArray(value)) return `[${value.map(flatSource).join(', ')}]`;
  if (value instanceof PyDict) {
    return `{${[...value.entries()].map(([key, item]) => `${flatSource(key)}: ${flatSource(item)}`).join(', ')}}`;
  }
  throw new Error(`no value of JSON: ${typeName(value)}`);
}

/** JSON's escapes are Python's too; lone surrogates are escaped, pairs stand as their character. */
export function pythonText(text: string): string {
  return JSON.stringify(text);
}

function floatSource(value: number): string {
  if (Number.isNaN(value)) return 'float("nan")';
  if (!Number.isFinite(value)) return value > 0 ? 'float("inf")' : 'float("-inf")';
  return floatRepr(value);
}
