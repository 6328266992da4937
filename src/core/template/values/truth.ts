import type { Value } from './value.ts';

/** Python's truth value. */
export function isTrue(value: Value): boolean {
  if (value === null || value === false) return false;
  if (value === true) return true;
  if (typeof value === 'string' || Array.isArray(value)) return value.length > 0;
  if (typeof value === 'number') return value !== 0;
  return typeof value === 'bigint' || value.isTrue();
}
