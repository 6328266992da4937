import { points } from './unicode.ts';
import { ArrayCursor, PyObject, type Cursor, type Value } from './value.ts';

/** Python's `iter`, or null where it raises TypeError. */
export function cursorOf(value: Value): Cursor | null {
  if (Array.isArray(value)) return new ArrayCursor(value);
  if (typeof value === 'string') return new ArrayCursor(points(value));
  return value instanceof PyObject ? value.cursor() : null;
}
