import { isObject, type JsonValue } from '../json/json-value.ts';
import type { Path } from '../json/locate.ts';

export type VisitText = (text: string, path: Path, isKey: boolean) => void;

/**
 * Calls back with every string value at any depth and every object key, after unescaping, in the order of the row. The path is the same
 * array each time: it must not be kept.
 */
export function eachText(value: JsonValue, visit: VisitText): void {
  walk(value, [], visit);
}

/** Whether a string value at any depth passes a test: without the paths that `eachText` makes for all of them. */
export function someText(value: JsonValue, test: (text: string) => boolean): boolean {
  if (typeof value === 'string') return test(value);
  if (Array.isArray(value)) return value.some((item) => someText(item, test));
  return isObject(value) && Object.values(value).some((item) => someText(item, test));
}

function walk(value: JsonValue, path: (string | number)[], visit: VisitText): void {
  if (typeof value === 'string') {
    visit(value, path, false);
  } else if (Array.isArray(value)) {
    for (let n = 0; n < value.length; n++) {
      path.push(n);
      walk(value[n] ?? null, path, visit);
      path.pop();
    }
  } else if (isObject(value)) {
    for (const key of Object.keys(value)) {
      path.push(key);
      visit(key, path, true);
      const own = value[key];
      if (own !== undefined) walk(own, path, visit);
      path.pop();
    }
  }
}
