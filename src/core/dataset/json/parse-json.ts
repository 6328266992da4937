import { skipString } from './find-value.ts';
import type { JsonValue } from './json-value.ts';
import { hasTooManyValues } from './many-values.ts';

/**
 * What JSON.parse makes of a text; undefined where it refuses, which is no value of JSON. A long text of nothing but nesting is
 * refused before: V8 would take some fifty times its size for it, and Python reads no such depth. So is one of too many values.
 */
export function parseJson(text: string): JsonValue | undefined {
  if (text.length > LONG && (isNestedDeeper(text, MOST_LEVELS) || hasTooManyValues(text))) return undefined;
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

const LONG = 1 << 20;
/** Far beyond what is checked: Python reads nothing that is nested so deeply. */
const MOST_LEVELS = 10_000;

/** Whether arrays and objects lie in one another more than so many levels deep. */
export function isNestedDeeper(text: string, levels: number): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) at = skipString(text, at) - 1;
    else if (code === 0x5b || code === 0x7b) depth += 1;
    else if (code === 0x5d || code === 0x7d) depth -= 1;
    if (depth > levels) return true;
  }
  return false;
}
