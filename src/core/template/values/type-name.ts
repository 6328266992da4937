import type { Value } from './value.ts';

/** `type(x).__name__`. */
export function typeName(value: Value): string {
  if (value === null) return 'NoneType';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number' || typeof value === 'bigint') return 'int';
  if (typeof value === 'string') return 'str';
  return Array.isArray(value) ? 'list' : value.typeName;
}
