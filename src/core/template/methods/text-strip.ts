import { points, SPACE } from '../values/unicode.ts';

const LEADING = new RegExp(`^[${SPACE}]+`);
const IS_SPACE = new RegExp(`[${SPACE}]`);

export type Sides = 'both' | 'left' | 'right';

/** `str.strip`, `lstrip` and `rstrip`; `characters` is the set to strip, null for white space. */
export function strip(text: string, characters: string | null, sides: Sides): string {
  if (characters === null) return stripSpace(text, sides);
  if (text === '' || characters === '') return text;
  const set = new Set(points(characters));
  const all = points(text);
  let start = 0;
  let end = all.length;
  if (sides !== 'right') while (start < end && set.has(all[start] ?? '')) start++;
  if (sides !== 'left') while (end > start && set.has(all[end - 1] ?? '')) end--;
  return start === 0 && end === all.length ? text : all.slice(start, end).join('');
}

function stripSpace(text: string, sides: Sides): string {
  const left = sides === 'right' ? text : text.replace(LEADING, '');
  if (sides === 'left') return left;
  let end = left.length;
  while (end > 0 && IS_SPACE.test(left.charAt(end - 1))) end--;
  return left.slice(0, end);
}
