import { parsePositioned, type JsonNode } from '../../core/dataset/json/positioned-json.ts';
import type { ShownRow } from './preview-subject.ts';

const roots = new WeakMap<ShownRow, JsonNode | null>();

/** The JSON of a row with its places, read once as long as it is on show: each movement of the cursor asks for it. Null if it is none. */
export function jsonOfRow(row: ShownRow): JsonNode | null {
  const known = roots.get(row);
  if (known !== undefined) return known;
  const parsed = parsePositioned(row.text);
  const root = parsed.ok ? parsed.root : null;
  roots.set(row, root);
  return root;
}
