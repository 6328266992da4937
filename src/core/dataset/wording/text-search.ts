import { marksOf, textMark } from '../marks/text-mark.ts';

/** Looks for the next place at which a text may hold what a rule looks for. */
export interface TextSearch {
  /** It finds nothing in a text without any of these marks (`textMark`). */
  readonly marks: number;
  /** Whether it may find something in bytes of a file, where that is known faster than it is searched: false if not for certain. */
  readonly mayBeIn?: (bytes: Uint8Array, from: number, to: number) => boolean;
  /** An index that is not before `from`; the length of the text, or more, where nothing follows. */
  readonly next: (text: string, from: number) => number;
}

/** @param marks one of which is in every text in which it finds something */
export function textSearch(next: TextSearch['next'], marks = textMark.any): TextSearch {
  return { marks, next };
}

/** A text as it is; of more than six characters its beginning, since V8 looks for longer ones in a slower way. */
export function needle(searched: string): TextSearch {
  const looked = searched.slice(0, 6);
  return textSearch((text, from) => orEnd(text.indexOf(looked, from), text), marksOf(searched));
}

/** A character, or more, where a look at what stands around it accepts it. */
export function markWhere(
  begin: string,
  isMeant: (text: string, at: number) => boolean,
  marks = marksOf(begin),
): TextSearch {
  return textSearch((text, from) => {
    for (let at = text.indexOf(begin, from); at >= 0; at = text.indexOf(begin, at + 1))
      if (isMeant(text, at)) return at;
    return text.length;
  }, marks);
}

/** A character, or more, after which something stands that a look at the next ones accepts. */
export function mark(
  begin: string,
  isMeant: (text: string, after: number) => boolean,
  marks = marksOf(begin),
): TextSearch {
  return markWhere(begin, (text, at) => isMeant(text, at + begin.length), marks);
}

/** A mark with one of these ASCII characters after it. */
export function markBefore(begin: string, followers: string): TextSearch {
  const follows = charactersOf(followers);
  const marks = marksOf(...Array.from(followers, (each) => begin + each));
  return mark(begin, (text, after) => follows[text.charCodeAt(after)] === 1, marks);
}

/** A syllable of Hangul that is written as an escape. */
export const ESCAPED_HANGUL = mark('\\u', (text, after) => {
  const code = Number.parseInt(text.slice(after, after + 4), 16);
  return code >= 0xac00 && code <= 0xd7a3;
});

/** Whether a search finds something in a text that stands alone. */
export function isIn(search: TextSearch, text: string): boolean {
  return search.next(text, 0) < text.length;
}

/** By the code of an ASCII character: whether it is one of these. */
export function charactersOf(characters: string): Uint8Array {
  const table = new Uint8Array(128);
  for (const each of characters) table[each.charCodeAt(0)] = 1;
  return table;
}

function orEnd(found: number, text: string): number {
  return found < 0 ? text.length : found;
}
