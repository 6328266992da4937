import type { JsonValue } from '../../json-value.ts';

/**
 * The boolean that a text of CSV is to pandas 3.1, with which `datasets` reads it (pandas/_libs/src/parser/tokenizer.c, `to_boolean`); null
 * of any other.
 */
export function csvLabel(value: JsonValue | undefined): boolean | null {
  if (typeof value !== 'string') return null;
  const text = value.toLowerCase();
  return text === 'true' ? true : text === 'false' ? false : null;
}
