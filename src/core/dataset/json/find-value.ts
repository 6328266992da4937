import type { Path } from './locate.ts';
import { isJsonSpace } from './json-space.ts';

/** Where a value stands in a JSON text, and its key if it lies in an object; UTF-16 indices, end exclusive. */
export interface FoundValue {
  readonly start: number;
  readonly end: number;
  readonly key: Key | null;
}

interface Key {
  readonly start: number;
  readonly end: number;
}

/**
 * Goes straight to the value at a path in a text that is known to be JSON and skips everything else; of a key given twice it takes
 * the last value. Null if there is no value at the path.
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

/**
 * Answers `findValue` for many paths of one text. After a few it remembers where the entries of the containers on the way lie and where
 * values end: without that each answer goes through them from the beginning, and a row may have millions of both.
 */
export class ValueFinder {
  readonly #text: string;
  readonly #containers = new Map<number, Container>();
  readonly #ends = new Map<number, number>();
  #asked = 0;

  constructor(text: string) {
    this.#text = text;
  }

  find(path: Path): FoundValue | null {
    this.#asked += 1;
    if (this.#asked <= FEW) return findValue(this.#text, path);
    let place: Place = { start: skipSpace(this.#text, 0), key: null };
    for (const step of path) {
      const next = this.#container(place.start)?.get(step);
      if (next === undefined) return null;
      place = next;
    }
    return { ...place, end: this.#end(place.start) };
  }

  #end(start: number): number {
    const known = this.#ends.get(start);
    if (known !== undefined) return known;
    const end = skipValue(this.#text, start);
    this.#ends.set(start, end);
    return end;
  }

  /** What begins at `open`; null if it is neither array nor object. */
  #container(open: number): Container | null {
    const known = this.#containers.get(open);
    if (known !== undefined) return known;
    const made = containerAt(this.#text, open);
    if (made !== null) this.#containers.set(open, made);
    return made;
  }
}

/** Paths that are looked for one by one: most rows are asked about fewer. */
const FEW = 16;

/** Places of the values of an array or object, by index or key. */
type Container = ReadonlyMap<string | number, Place>;

type Place = Pick<FoundValue, 'start' | 'key'>;

function containerAt(text: string, open: number): Container | null {
  const places = new Map<string | number, Place>();
  if (text[open] === '[') eachItem(text, open, (start, n) => void places.set(n, { start, key: null }));
  else if (text[open] === '{')
    eachEntry(text, open, (start, key) => void places.set(keyOf(text, key.start, key.end), { start, key }));
  else return null;
  return places;
}

function findItem(text: string, open: number, index: number): Place | null {
  let found: Place | null = null;
  eachItem(text, open, (start, n) => {
    if (n === index) found = { start, key: null };
    return found !== null;
  });
  return found;
}

function findEntry(text: string, open: number, name: string): Place | null {
  let found: Place | null = null;
  eachEntry(text, open, (start, key) => {
    if (isKey(text, key.start, key.end, name)) found = { start, key };
  });
  return found;
}

/** Visits the values of an array until a visit answers true. */
function eachItem(text: string, open: number, visit: (start: number, index: number) => boolean | void): void {
  if (text[open] !== '[') return;
  let at = skipSpace(text, open + 1);
  for (let n = 0; text[at] !== ']' && at < text.length; n++) {
    if (visit(at, n) === true) return;
    at = skipSpace(text, skipValue(text, at));
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
}

/** Visits the values of an object and their keys. */
function eachEntry(text: string, open: number, visit: (start: number, key: Key) => void): void {
  if (text[open] !== '{') return;
  let at = skipSpace(text, open + 1);
  while (text[at] === '"') {
    const key = { start: at, end: skipString(text, at) };
    const start = skipSpace(text, skipSpace(text, key.end) + 1);
    visit(start, key);
    at = skipSpace(text, skipValue(text, start));
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
}

function keyOf(text: string, start: number, end: number): string {
  const written = text.slice(start + 1, end - 1);
  return written.includes('\\') ? String(JSON.parse(text.slice(start, end))) : written;
}

function isKey(text: string, start: number, end: number, name: string): boolean {
  return keyOf(text, start, end) === name;
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
export function skipString(text: string, start: number): number {
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
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === COMMA || code === CLOSE_BRACE || code === CLOSE_BRACKET || isJsonSpace(code)) break;
  }
  return at;
}

const COMMA = 0x2c;

function skipSpace(text: string, start: number): number {
  let at = start;
  while (isJsonSpace(text.charCodeAt(at))) at++;
  return at;
}
