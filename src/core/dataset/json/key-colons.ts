import { isJsonSpace } from './json-space.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * How many colons of a JSON text stand behind a quote that is not escaped: one for each key, and one for each string that begins
 * with a colon. More of them than keys in the value is the sign of a key given twice.
 */
export function keyColons(text: string): number {
  let found = 0;
  for (let colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
    let at = colon - 1;
    while (isJsonSpace(text.charCodeAt(at))) at--;
    if (text.charCodeAt(at) === QUOTE && !isEscaped(text, at)) found += 1;
  }
  return found;
}

function isEscaped(text: string, quote: number): boolean {
  let at = quote - 1;
  while (text.charCodeAt(at) === BACKSLASH) at--;
  return (quote - at) % 2 === 0;
}
