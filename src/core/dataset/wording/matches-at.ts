import type { TextSearch } from './text-search.ts';

/**
 * The matches of a pattern as `matchAll` has them, tried only where one may begin: a list of many words would be tried at each character.
 * @param pattern sticky
 * @param search names all places at which a match may begin, and maybe others
 */
export function matchesAt(pattern: RegExp, search: TextSearch, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  for (let at = search.next(text, 0); at < text.length; at = search.next(text, at)) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) found.push(match);
    at = match === null ? at + 1 : pattern.lastIndex;
  }
  return found;
}
