import { Runtime } from './runtime.ts';
import { getAttribute, getItem } from './values/access.ts';
import { toJson } from './values/to-json.ts';
import type { Value } from './values/value.ts';

/**
 * JSON text of a value, from which `parsePythonJson` reads the same value again: `1.0` stays a float, ints keep their size, keys
 * their order.
 * @param ensureAscii escapes all else, so that lone surrogates survive UTF-8
 */
export function printPythonJson(value: Value, ensureAscii = false): string {
  const runtime = new Runtime(new Map(), { attribute: getAttribute, item: getItem }, '', false);
  return toJson(runtime, value, {
    ensureAscii,
    indent: null,
    itemSeparator: ',',
    keySeparator: ':',
    sortKeys: false,
  });
}
