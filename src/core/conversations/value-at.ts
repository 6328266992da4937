import { isObject, type JsonValue } from '../dataset/json/json-value.ts';
import type { Path } from '../dataset/json/locate.ts';

/** The value at a JSON pointer (RFC 6901) and its path, in which indices of lists are numbers; null if there is none. */
export function valueAt(root: JsonValue, pointer: string): { path: Path; value: JsonValue } | null {
  const path: (string | number)[] = [];
  let value = root;
  if (pointer === '') return { path, value };
  for (const written of pointer.slice(1).split('/')) {
    const step = written.replaceAll('~1', '/').replaceAll('~0', '~');
    const key = Array.isArray(value) ? Number(step) : step;
    const next = Array.isArray(value) ? value[Number(step)] : isObject(value) ? value[step] : undefined;
    if (next === undefined) return null;
    path.push(key);
    value = next;
  }
  return { path, value };
}
