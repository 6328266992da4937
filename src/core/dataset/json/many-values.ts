import { skipString } from './find-value.ts';

/** Most values of a row that is read. Kept with their places they take 2 GB. */
const MOST_VALUES = 10_000_000;
/** Shorter texts cannot have more values: each takes two UTF-16 units at least, a digit and a comma. */
const SHORTEST = 2 * MOST_VALUES;

/** Whether a JSON text has more values than can be kept at once: V8 ends the program over an array of some hundred millions. */
export function hasTooManyValues(text: string): boolean {
  if (text.length < SHORTEST) return false;
  let values = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = skipString(text, at) - 1;
    else if (code === COMMA || code === BRACKET || code === BRACE) values += 1;
  }
  return values > MOST_VALUES;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const BRACKET = 0x5b;
const BRACE = 0x7b;
