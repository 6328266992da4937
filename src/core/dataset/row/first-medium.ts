import { isObject, isTrue, type JsonObject, type JsonValue } from '../json/json-value.ts';
import type { Path } from '../json/locate.ts';
import type { Row } from './row.ts';

const COLUMNS = ['image', 'images', 'audio', 'audios', 'video', 'videos'] as const;
/** Types of content parts; `image_url`, `input_audio` and the like are told by what they hold. */
const MEDIUM = /^(?:input_)?(?:image|audio|video)(?:_url)?$/;

/** Where the first picture, sound or video of a row stands; null if it has none. */
export function firstMedium(row: Row): Path | null {
  // a row in a known shape holds nothing but texts
  if (row.shape !== null || row.object === null) return null;
  for (const column of COLUMNS) if (isTrue(row.object[column])) return [column];
  for (const column in row.object) if (isStored(row.object[column])) return [column];
  for (const { turns } of row.conversations) {
    for (const turn of turns) {
      if (!Array.isArray(turn.content)) continue;
      const at = turn.content.findIndex((part) => isObject(part) && isMedium(part));
      if (at >= 0) return [...turn.path, turn.contentKey, at];
    }
  }
  return null;
}

function isMedium(part: JsonObject): boolean {
  return typeof part['type'] === 'string' && MEDIUM.test(part['type']);
}

/** One or several media as `datasets` 5.2 stores them, in a column of any name (features/image.py, `Image.pa_type`). */
function isStored(value: JsonValue | undefined): boolean {
  if (Array.isArray(value)) return value.some(isStoredMedium);
  return isStoredMedium(value);
}

function isStoredMedium(value: JsonValue | undefined): boolean {
  return isObject(value) && 'bytes' in value && 'path' in value && Object.keys(value).length === 2;
}
