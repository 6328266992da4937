import type { Path } from '../json/locate.ts';
import type { ValueNode } from './value-tree.ts';

/** What `datasets` 5.2 makes of the values at one place of a JSONL file. */
export type LoadedType =
  | { readonly kind: 'null' | 'string' | 'date' | 'integer' | 'float' | 'boolean' }
  /** Kept as JSON text and read again: objects with unlike keys, or values of several kinds. */
  | { readonly kind: 'json' }
  | { readonly kind: 'list'; readonly item: LoadedType }
  | { readonly kind: 'struct'; readonly fields: ReadonlyMap<string, LoadedType> };

/** What the types depend on apart from the values. */
interface Loading {
  /** `datasets` looked for objects with unlike keys. Otherwise they become one struct with the keys of all. */
  readonly looked: boolean;
  /** The rows go through pandas' ujson, which writes null for NaN and the infinities. */
  readonly isRewritten: boolean;
}

/**
 * The types that `datasets` 5.2 infers for rows (packaged_modules/json/json.py:167-330, utils/json.py:78).
 * @param looked whether it looks for objects with unlike keys, which a blank line or a huge integer prevents.
 * @param isRewritten whether the rows are rewritten in any case, as those of an array are.
 */
export function loadedType(rows: ValueNode, looked: boolean, isRewritten: boolean): LoadedType {
  if (!isRewritten) {
    const type = structOf(rows, { looked, isRewritten: true });
    if (!hasJson(type)) return structOf(rows, { looked, isRewritten: false });
  }
  return structOf(rows, { looked, isRewritten: true });
}

export function hasJson(type: LoadedType): boolean {
  if (type.kind === 'list') return hasJson(type.item);
  if (type.kind !== 'struct') return type.kind === 'json';
  return [...type.fields.values()].some(hasJson);
}

function typeOf(node: ValueNode, loading: Loading): LoadedType {
  const { texts, booleans, lists, objects } = node;
  const floats = node.floats + (loading.isRewritten ? 0 : node.nonFinite);
  const numbers = node.integers + floats;
  const kinds = [texts, booleans, lists, objects, numbers].filter((count) => count > 0).length;
  if (kinds > 1) return { kind: 'json' };
  if (texts > 0) return { kind: node.dates === texts ? 'date' : 'string' };
  if (booleans > 0) return { kind: 'boolean' };
  if (numbers > 0) return { kind: floats > 0 ? 'float' : 'integer' };
  if (lists > 0)
    return { kind: 'list', item: node.item === null ? { kind: 'null' } : typeOf(node.item, loading) };
  if (objects === 0) return { kind: 'null' };
  const isKept = node.isUnlike || node.fields === null || node.fields.size === 0;
  if (loading.looked && isKept) return { kind: 'json' };
  return structOf(node, loading);
}

function structOf(node: ValueNode, loading: Loading): LoadedType {
  const fields = new Map<string, LoadedType>();
  for (const [key, field] of node.fields ?? []) fields.set(key, typeOf(field, loading));
  return { kind: 'struct', fields };
}

/** Levels of nesting in a column that Arrow hands from C++ to Python: beyond, "Recursion level in ArrowSchema struct exceeded". */
export const DEEPEST_COLUMN = 62;

/** Calls back with every place of a type and what was seen there. What is kept as JSON text is not looked into. */
export function eachPlace(
  type: LoadedType,
  node: ValueNode,
  visit: (type: LoadedType, node: ValueNode, depth: number) => void,
  depth = 0,
): void {
  visit(type, node, depth);
  if (type.kind === 'list' && node.item !== null) eachPlace(type.item, node.item, visit, depth + 1);
  if (type.kind !== 'struct') return;
  for (const [key, field] of type.fields) {
    const inner = node.fields?.get(key);
    if (inner !== undefined) eachPlace(field, inner, visit, depth + 1);
  }
}

/** The type at a path, or that of what is kept as JSON text around it. */
export function typeAt(
  type: LoadedType,
  path: Path,
): { readonly type: LoadedType; readonly isAround: boolean } {
  let at = type;
  for (const step of path) {
    if (at.kind === 'json') return { type: at, isAround: true };
    const inner =
      at.kind === 'list' ? at.item : at.kind === 'struct' ? at.fields.get(String(step)) : undefined;
    if (inner === undefined) break;
    at = inner;
  }
  return { type: at, isAround: false };
}
