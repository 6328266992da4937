/** Source of a character class with the characters that Python's `str.isspace` and `\s` know: not U+FEFF, but U+001C–1F and U+0085. */
export const SPACE = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';

const SURROGATE = /[\ud800-\udfff]/;
const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}\p{Zs}]/u;

/** Whether a text has code points of two UTF-16 units, or lone surrogates. */
export function hasSurrogates(text: string): boolean {
  return SURROGATE.test(text);
}

/** `len(str)`. */
export function pointLength(text: string): number {
  if (!hasSurrogates(text)) return text.length;
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** The code points of a text, one string each. */
export function points(text: string): string[] {
  return hasSurrogates(text) ? Array.from(text) : text.split('');
}

/** Code point index of a UTF-16 index. */
export function toPointIndex(text: string, unitIndex: number): number {
  return unitIndex <= 0 ? unitIndex : pointLength(text.slice(0, unitIndex));
}

/** `str.isprintable` of one character; the space counts. */
export function isPrintable(character: string): boolean {
  return character === ' ' || !UNPRINTABLE.test(character);
}
