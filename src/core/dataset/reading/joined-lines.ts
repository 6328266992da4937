import { FIRST_BLOCK } from '../loading/load-model.ts';
import { parsePositioned } from '../json/positioned-json.ts';

/**
 * Whether lines that are no JSON on their own are objects over several lines, one after another: Arrow joins their lines into
 * rows as long as all stand in one block (datasets 5.2 json.py `chunksize`). Nothing else may stand between them.
 */
export function areJoinedLines(bytes: Uint8Array, longest: number): boolean {
  if (bytes.length > Math.min(FIRST_BLOCK, longest)) return false;
  let rest = new TextDecoder().decode(bytes).trimStart();
  while (rest !== '') {
    const length = objectLength(rest);
    if (length === null) return false;
    rest = rest.slice(length).trimStart();
  }
  return true;
}

/** UTF-16 length of the object that a text begins with; null if it begins with no object. */
function objectLength(text: string): number | null {
  if (!text.startsWith('{')) return null;
  const parsed = parsePositioned(text);
  if (parsed.ok) return text.length;
  return parsed.problem === 'extra-data' ? parsed.at : null;
}
