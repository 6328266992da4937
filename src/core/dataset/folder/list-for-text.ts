import type { LoadedType } from '../loading/loaded-type.ts';
import type { ValueNode, ValuePlace } from '../loading/value-tree.ts';

/**
 * The first list of a file that stands where the file before it has texts, and where this file has nothing else: an object becomes text,
 * as does a list beside a text of its own file.
 */
export function listForText(before: LoadedType, type: LoadedType, node: ValueNode): ValuePlace | null {
  if (before.kind === 'string') return type.kind === 'list' ? node.first : null;
  if (before.kind === 'list' && type.kind === 'list')
    return node.item === null ? null : listForText(before.item, type.item, node.item);
  if (before.kind !== 'struct' || type.kind !== 'struct') return null;
  for (const [key, field] of type.fields) {
    const [known, inner] = [before.fields.get(key), node.fields?.get(key)];
    const found = known === undefined || inner === undefined ? null : listForText(known, field, inner);
    if (found !== null) return found;
  }
  return null;
}
