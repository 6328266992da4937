import { typeError } from '../template-fault.ts';
import { typeName } from '../values/type-name.ts';
import { toIndex } from '../values/coerce.ts';
import { textIn } from '../values/markup.ts';
import { hasSurrogates, points, toPointIndex } from '../values/unicode.ts';
import { PyTuple, type Value } from '../values/value.ts';

/** The part of a text that `start` and `end` (code points, as in a slice) leave; null if they cross. */
function window(
  text: string,
  start: Value | undefined,
  end: Value | undefined,
): { part: string; offset: number } | null {
  if (start === undefined && end === undefined) return { part: text, offset: 0 };
  const characters = points(text);
  const from = clamp(start === null ? 0 : toIndex(start, 0), characters.length);
  const to = clamp(end === null ? characters.length : toIndex(end, characters.length), characters.length);
  if (from > characters.length || from > to) return null;
  return { part: characters.slice(from, to).join(''), offset: from };
}

function clamp(index: number, length: number): number {
  return index < 0
    ? Math.max(0, index + length)
    : index > length && index !== length
      ? Math.min(index, length + 1)
      : index;
}

/** `str.find` and `str.rfind`: the index in code points, -1 if there is none. */
export function find(
  text: string,
  what: string,
  start: Value | undefined,
  end: Value | undefined,
  last: boolean,
): number {
  const part = window(text, start, end);
  if (part === null) return -1;
  const at = last ? part.part.lastIndexOf(what) : part.part.indexOf(what);
  return at < 0 ? -1 : part.offset + toPointIndex(part.part, at);
}

/** `str.count`. */
export function countText(
  text: string,
  what: string,
  start: Value | undefined,
  end: Value | undefined,
): number {
  const part = window(text, start, end)?.part;
  if (part === undefined) return 0;
  if (what === '') return (hasSurrogates(part) ? points(part).length : part.length) + 1;
  return part.split(what).length - 1;
}

/** `str.startswith` and `str.endswith`; the affix may be a tuple of texts. */
export function hasAffix(
  method: 'startswith' | 'endswith',
  text: string,
  affix: Value,
  start: Value | undefined,
  end: Value | undefined,
): boolean {
  const part = window(text, start, end)?.part;
  const affixes = affix instanceof PyTuple ? affix.items : [affix];
  for (const one of affixes) {
    const each = textIn(one);
    if (each === undefined) {
      const wanted =
        affix instanceof PyTuple
          ? 'tuple for %s must only contain str'
          : '%s first arg must be str or a tuple of str';
      return typeError(`${wanted.replace('%s', method)}, not ${typeName(one)}`);
    }
    if (part !== undefined && (method === 'startswith' ? part.startsWith(each) : part.endsWith(each)))
      return true;
  }
  return false;
}
