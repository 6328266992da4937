import { points } from '../values/unicode.ts';

const DIGRAPH_TITLES: ReadonlyMap<string, string> = new Map(
  Array.from('ǄǅǆǇǈǉǊǋǌǱǲǳ', (character, i) => [character, 'ǅǈǋǲ'.charAt(Math.floor(i / 3))]),
);
const CASED = /[\p{Uppercase}\p{Lowercase}\p{Lt}]/u;
const LOWER = /\p{Lowercase}/u;
const UPPER = /\p{Uppercase}/u;
const TITLE = /\p{Lt}/u;

/** Unicode title case of one character, as `str.capitalize` and `str.title` use it. */
function titleCase(character: string): string {
  const digraph = DIGRAPH_TITLES.get(character);
  if (digraph !== undefined) return digraph;
  if (character >= '\u10d0' && character <= '\u10ff') return character;
  const upper = character.toUpperCase();
  if (upper.length === character.length) return upper;
  const greek = /^[\u1f80-\u1faf\u1fb3\u1fbc\u1fc3\u1fcc\u1ff3\u1ffc]$/.test(character);
  if (greek)
    return String.fromCodePoint(
      (character.toLowerCase().codePointAt(0) ?? 0) + (character >= '\u1fb0' ? 9 : 8),
    );
  const head = CASED.exec(upper);
  const end = (head?.index ?? 0) + 1;
  return upper.slice(0, end) + upper.slice(end).toLowerCase();
}

/** `str.lower`. */
export function lowerCase(text: string): string {
  return text.toLowerCase();
}

/** `str.capitalize`. */
export function capitalize(text: string): string {
  const [first = ''] = text;
  return titleCase(first) + lowerRest(text, first.length);
}

/** Lower case of the tail in the context of the whole, because a final sigma depends on what precedes it. */
function lowerRest(text: string, from: number): string {
  const head = text.slice(0, from);
  return text.toLowerCase().slice(head.toLowerCase().length);
}

/** `str.title`. */
export function title(text: string): string {
  let out = '';
  let inWord = false;
  let at = 0;
  for (const character of text) {
    out += inWord ? lowerAt(text, at, character) : titleCase(character);
    inWord = CASED.test(character);
    at += character.length;
  }
  return out;
}

/** `str.swapcase`. */
export function swapCase(text: string): string {
  let out = '';
  let at = 0;
  for (const character of text) {
    out += UPPER.test(character)
      ? lowerAt(text, at, character)
      : LOWER.test(character)
        ? character.toUpperCase()
        : character;
    at += character.length;
  }
  return out;
}

/** Lower case of one character in its place: a sigma at the end of a word has a form of its own. */
function lowerAt(text: string, at: number, character: string): string {
  if (character !== 'Σ') return character.toLowerCase();
  return text.toLowerCase().charAt(text.slice(0, at).toLowerCase().length);
}

/** `str.casefold`, by the full foldings that differ from lower case. */
export function caseFold(text: string): string {
  return text
    .replace(/[ßẞ]/g, 'ss')
    .toLowerCase()
    .replace(/ς/g, 'σ')
    .replace(/[ŉǰΐΰևẖ-ẚﬀ-ﬆﬓ-ﬗ]/g, (character) => character.toUpperCase().toLowerCase())
    .replace(/ſ/g, 's');
}

/** `str.islower`. */
export function isLower(text: string): boolean {
  return (
    LOWER.test(text) && !points(text).some((character) => UPPER.test(character) || TITLE.test(character))
  );
}

/** `str.isupper`. */
export function isUpper(text: string): boolean {
  return (
    UPPER.test(text) && !points(text).some((character) => LOWER.test(character) || TITLE.test(character))
  );
}

/** `str.istitle`. */
export function isTitle(text: string): boolean {
  let seen = false;
  let inWord = false;
  for (const character of text) {
    const upper = UPPER.test(character) || TITLE.test(character);
    const lower = LOWER.test(character);
    if ((upper && inWord) || (lower && !inWord)) return false;
    inWord = upper || lower;
    seen ||= inWord;
  }
  return seen;
}
