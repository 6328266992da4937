import type { JsonValue } from '../../json/json-value.ts';

/** Whether a value is what `datasets` and exporters fill in where there is nothing. */
export function isNothing(value: JsonValue): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
