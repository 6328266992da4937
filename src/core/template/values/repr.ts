import { valueError } from '../template-fault.ts';
import { PyDict } from './dict.ts';
import { floatRepr } from './float-text.ts';
import { isPrintable } from './unicode.ts';
import { PyFloat, PyTuple, type Value } from './value.ts';

/** Python's `repr`. */
export function repr(value: Value): string {
  if (value === null) return 'None';
  if (typeof value === 'string') return stringRepr(value);
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'bigint') return intRepr(value);
  if (Array.isArray(value)) return `[${value.map(repr).join(', ')}]`;
  if (value instanceof PyFloat) return floatRepr(value.value);
  if (value instanceof PyTuple) return tupleRepr(value);
  if (value instanceof PyDict) return dictRepr(value);
  return value.repr(repr);
}

const LARGEST_PRINTED = 10n ** 4300n;

/** Python refuses to write ints of more than 4,300 digits. */
export function intRepr(value: bigint): string {
  if (value < LARGEST_PRINTED && -value < LARGEST_PRINTED) return String(value);
  return valueError('Exceeds the limit (4300 digits) for integer string conversion');
}

/** Python's `str`. */
export function str(value: Value): string {
  if (typeof value === 'string') return value;
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return repr(value);
  if (value instanceof PyFloat || value instanceof PyTuple || value instanceof PyDict) return repr(value);
  return value.str(repr);
}

function tupleRepr(tuple: PyTuple): string {
  const inner = tuple.items.map(repr).join(', ');
  return tuple.items.length === 1 ? `(${inner},)` : `(${inner})`;
}

function dictRepr(dict: PyDict): string {
  return `{${Array.from(dict.entries(), ([key, value]) => `${repr(key)}: ${repr(value)}`).join(', ')}}`;
}

const PLAIN = /^[ !#-&(-[\]-~]*$/;

function stringRepr(text: string): string {
  if (PLAIN.test(text)) return `'${text}'`;
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let out = quote;
  for (const character of text) out += character === quote ? `\\${quote}` : escaped(character);
  return out + quote;
}

function escaped(character: string): string {
  switch (character) {
    case '\\':
      return '\\\\';
    case '\n':
      return '\\n';
    case '\r':
      return '\\r';
    case '\t':
      return '\\t';
    default:
      return isPrintable(character) ? character : hexEscape(character);
  }
}

/** `\x1f`, `\u200b` or `\U000e0001`. */
export function hexEscape(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  const hex = point.toString(16);
  if (point < 0x100) return `\\x${hex.padStart(2, '0')}`;
  return point < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}
