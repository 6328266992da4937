import { typeError } from '../template-fault.ts';
import { PyDict } from './dict.ts';
import { points } from './unicode.ts';
import { typeName } from './type-name.ts';
import { textIn } from './markup.ts';
import { PyObject, type Value } from './value.ts';

/** `table[index]` as `str.translate` reads it: JS undefined for a LookupError, a TypeError for what has no items. */
export function getItemOrNothing(table: Value, index: number): Value | undefined {
  const text = textIn(table);
  if (text !== undefined) return points(text)[index];
  if (Array.isArray(table)) return table[index];
  if (table instanceof PyDict) return table.get(index);
  if (table instanceof PyObject && (table.size() !== null || table.typeName === 'Undefined'))
    return table.item(index);
  return typeError(`'${typeName(table)}' object is not subscriptable`);
}
