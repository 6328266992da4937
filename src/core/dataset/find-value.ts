import type { Path } from './locate.ts';

/** Where a value stands in a JSON text, and its key if it lies in an object; UTF-16 indices, end exclusive. */
export interface FoundValue {
  readonly start: number;
  readonly end: number;
  readonly key: { readonly start: number; readonly end: number } | null;
}

/**
 * Goes straight to the value at a path of a text that is known to be JSON, past all that lies beside the way; of a key given twice to
 * the last value. Null if there is none.
 */
export function findValue(text: string, path: Path): FoundValue | null {
  let start = skipSpace(text, 0);
  let key: FoundValue['key'] = null;
  for (const step of path) {
    const found = typeof step === 'number' ? findItem(text, start, step) : findEntry(text, start, step);
    if (found === null) return null;
    start = found.start;
    key = found.key;
  }
  return { start, end: skipValue(text, start), key };
}

type Place = Pick<FoundValue, 'start' | 'key'>;

function findItem(text: string, open: number, index: number): Place | null {
  if (text[open] !== '[') return null;
  let at = skipSpace(text, open + 1);
  for (let n = 0; text[at] !== ']' && at < text.length; n++) {
    if (n === index) return { start: at, key: null };
    at = skipSpace(text, skipValue(text, at));
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return null;
}

function findEntry(text: string, open: number, name: string): Place | null {
  if (text[open] !== '{') return null;
  let found: Place | null = null;
  let at = skipSpace(text, open + 1);
  while (text[at] === '"') {
    const key = { start: at, end: skipString(text, at) };
    const start = skipSpace(text, skipSpace(text, key.end) + 1);
    if (isKey(text, key.start, key.end, name)) found = { start, key };
    at = skipSpace(text, skipValue(text, start));
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return found;
}

function isKey(text: string, start: number, end: number, name: string): boolean {
  const written = text.slice(start + 1, end - 1);
  return written.includes('\\') ? JSON.parse(text.slice(start, end)) === name : written === name;
}

function skipValue(text: string, start: number): number {
  const first = text[start];
  if (first === '"') return skipString(text, start);
  if (first !== '{' && first !== '[') return endOfWord(text, start);
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = skipString(text, at) - 1;
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) depth++;
    else if ((code === CLOSE_BRACE || code === CLOSE_BRACKET) && --depth === 0) return at + 1;
  }
  return text.length;
}

const QUOTE = 0x22;
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [0x7b, 0x7d, 0x5b, 0x5d];

/** The end of a string that begins at `start`: a quote with an even number of backslashes before it. */
function skipString(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let backslashes = 0;
    while (text[quote - 1 - backslashes] === '\\') backslashes++;
    if (backslashes % 2 === 0) return quote + 1;
  }
  return text.length;
}

/** Of a number or a literal. */
function endOfWord(text: string, start: number): number {
  let at = start;
  while (at < text.length && !',]} \t\r\n'.includes(text.charAt(at))) at++;
  return at;
}

function skipSpace(text: string, start: number): number {
  let at = start;
  while (at < text.length && ' \t\r\n'.includes(text.charAt(at))) at++;
  return at;
}
