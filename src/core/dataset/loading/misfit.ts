import { isObject, type JsonValue } from '../json/json-value.ts';
import type { Path } from '../json/locate.ts';
import { isIsoDate } from './iso-date.ts';
import type { LoadedType } from './loaded-type.ts';

/**
 * Where a value of a later block cannot be cast to the type that `datasets` inferred from the first; null if it can, or if it is not
 * certain that it cannot (datasets/table.py `table_cast`: text takes numbers, missing keys are filled in).
 */
export function misfitIn(type: LoadedType, value: JsonValue): Path | null {
  return fits(type, value) ? null : misfitBelow(type, value, []);
}

/** Asked of every row: nothing is made for it. */
function fits(type: LoadedType, value: JsonValue): boolean {
  if (value === null || type.kind === 'json') return true;
  if (type.kind === 'struct') {
    if (!isObject(value)) return false;
    for (const key in value) {
      const field = type.fields.get(key);
      if (field === undefined || !fits(field, value[key] ?? null)) return false;
    }
    return true;
  }
  if (type.kind !== 'list') return isFitScalar(type.kind, value);
  return Array.isArray(value) && value.every((item) => fits(type.item, item));
}

function misfitBelow(type: LoadedType, value: JsonValue, path: Path): Path | null {
  if (value === null || type.kind === 'json') return null;
  if (type.kind === 'struct') {
    if (!isObject(value)) return path;
    for (const key of Object.keys(value)) {
      const field = type.fields.get(key);
      const found =
        field === undefined ? [...path, key] : misfitBelow(field, value[key] ?? null, [...path, key]);
      if (found !== null) return found;
    }
    return null;
  }
  if (type.kind === 'list') {
    if (!Array.isArray(value)) return mayBeKept(type.item, value) ? null : path;
    for (const [n, item] of value.entries()) {
      const found = misfitBelow(type.item, item, [...path, n]);
      if (found !== null) return found;
    }
    return null;
  }
  return isFitScalar(type.kind, value) ? null : path;
}

/** Beside lists of values of several kinds, which are JSON text inside, an object or a text may be kept as JSON text as well. */
function mayBeKept(item: LoadedType, value: JsonValue): boolean {
  return item.kind === 'json' && (isObject(value) || typeof value === 'string');
}

type Scalar = Exclude<LoadedType['kind'], 'json' | 'struct' | 'list'>;

function isFitScalar(kind: Scalar, value: JsonValue): boolean {
  if (kind === 'string') return true; // beside texts of its block anything becomes JSON text
  if (kind === 'null' || Array.isArray(value)) return Array.isArray(value) && value.length === 0;
  if (isObject(value)) return false;
  if (typeof value === 'string') return kind === 'date' ? isIsoDate(value) : MAY_BE_READ.test(value);
  return kind !== 'integer' || typeof value !== 'number' || Number.isInteger(value);
}

/** Text that a cast to a number or a boolean may take. */
const MAY_BE_READ = /^(?:[-+.0-9eE]+|[-+]?(?:nan|inf|infinity)|true|false)$/i;
