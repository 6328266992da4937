import { isObject, type JsonValue } from '../../json/json-value.ts';

/** Whether two JSON values are equal, the order of keys aside. */
export function isEqualJson(a: JsonValue, b: JsonValue): boolean {
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((each, n) => isEqualJson(each, b[n] ?? null));
  if (!isObject(a)) return a === b;
  if (!isObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isEqualJson(a[key] ?? null, b[key] ?? null))
  );
}
