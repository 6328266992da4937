import { isObject, type JsonValue } from './json-value.ts';
import type { Path } from './locate.ts';

type Visit = (text: string, path: Path, isKey: boolean) => void;

/** Calls back with every string value at any depth and every object key, after unescaping, in the order of the row. */
export function eachText(value: JsonValue, visit: Visit): void {
  walk(value, [], visit);
}

/** Whether a string value at any depth passes a test: without the paths that `eachText` makes for all of them. */
export function someText(value: JsonValue, test: (text: string) => boolean): boolean {
  if (typeof value === 'string') return test(value);
  if (Array.isArray(value)) {
    for (let n = 0; n < value.length; n++) if (someText(value[n] ?? null, test)) return true;
  } else if (isObject(value)) {
    for (const key in value) if (someText(value[key] ?? null, test)) return true;
  }
  return false;
}

function walk(value: JsonValue, path: (string | number)[], visit: Visit): void {
  if (typeof value === 'string') {
    visit(value, [...path], false);
  } else if (Array.isArray(value)) {
    for (let n = 0; n < value.length; n++) walkInto(value[n], n, path, visit);
  } else if (isObject(value)) {
    for (const key of Object.keys(value)) {
      visit(key, [...path, key], true);
      walkInto(value[key], key, path, visit);
    }
  }
}

function walkInto(
  value: JsonValue | undefined,
  step: string | number,
  path: (string | number)[],
  visit: Visit,
): void {
  if (value === undefined) return;
  path.push(step);
  walk(value, path, visit);
  path.pop();
}
