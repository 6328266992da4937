import type { Digest } from './digest-table.ts';
import type { JsonObject, JsonValue } from './json-value.ts';
import { DEEPEST } from './positioned-json.ts';

/** What the walk over a value met that `JSON.parse` and Python's `json.loads` may see differently. */
export interface Oddities {
  /** Deeper than Python reads. */
  readonly tooDeep: boolean;
  /** A number beyond the floats: 1e999 is fine in Python, an integer of more than 4,300 digits is not. */
  readonly infinite: boolean;
  /** A whole number that a float may not hold exactly: the digest is of no use, the digits decide. */
  readonly inexact: boolean;
}

/** One object for nearly all values, since this is asked of every row. */
const NOT_ODD: Oddities = { tooDeep: false, infinite: false, inexact: false };

const TAG = { null: 1, true: 2, false: 3, number: 4, string: 5, array: 6, object: 7 } as const;

/**
 * A digest of JSON values that is equal for equal values: key order aside, 1 and 1.0 the same. Four lanes of
 * 32 bits take in UTF-16 units in pairs (the shape and constants are those of MurmurHash3 x86_128, with one multiplication a
 * word); it holds against chance, not against an adversary.
 */
export class ValueDigest {
  #a = 0;
  #b = 0;
  #c = 0;
  #d = 0;
  #tooDeep = false;
  #infinite = false;
  #inexact = false;
  #hasEdgeWhiteSpace = false;
  readonly #float = new Float64Array(1);
  readonly #words = new Int32Array(this.#float.buffer);

  /** A text among the values that were added begins or ends with white space, or may. */
  get hasEdgeWhiteSpace(): boolean {
    return this.#hasEdgeWhiteSpace;
  }

  /** Walks over a value that lies `depth` levels deep in its file. */
  add(value: JsonValue, depth = 0): Oddities {
    this.#a = this.#b = this.#c = this.#d = 0;
    this.#tooDeep = this.#infinite = this.#inexact = this.#hasEdgeWhiteSpace = false;
    this.#value(value, depth);
    const isOdd = this.#tooDeep || this.#infinite || this.#inexact;
    return isOdd ? { tooDeep: this.#tooDeep, infinite: this.#infinite, inexact: this.#inexact } : NOT_ODD;
  }

  /** The digest of what was added. */
  digest(into: Digest): Digest {
    const b = finish(this.#b);
    const c = finish(this.#c);
    const d = finish(this.#d);
    const sum = (finish(this.#a) + b + c + d) | 0;
    into[0] = sum;
    into[1] = (b + sum) | 0;
    into[2] = (c + sum) | 0;
    into[3] = (d + sum) | 0;
    return into;
  }

  #value(value: JsonValue, depth: number): void {
    if (typeof value === 'string') {
      if (!this.#hasEdgeWhiteSpace && hasEdge(value)) this.#hasEdgeWhiteSpace = true;
      this.#string(value);
    } else if (typeof value === 'number') this.#number(value);
    else if (value === null) this.#mix(TAG.null, 0, 0, 0);
    else if (typeof value === 'boolean') this.#mix(value ? TAG.true : TAG.false, 0, 0, 0);
    else if (depth >= DEEPEST) this.#tooDeep = true;
    else if (Array.isArray(value)) this.#array(value, depth + 1);
    else this.#object(value, depth + 1);
  }

  #array(values: readonly JsonValue[], depth: number): void {
    this.#mix(TAG.array, values.length, 0, 0);
    for (let n = 0; n < values.length; n++) this.#value(values[n] ?? null, depth);
  }

  #object(object: JsonObject, depth: number): void {
    const keys = sortedKeys(object);
    this.#mix(TAG.object, keys.length, 0, 0);
    for (const key of keys) {
      this.#string(key);
      this.#value(object[key] ?? null, depth);
    }
  }

  #number(value: number): void {
    if (value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER) {
      if (Number.isFinite(value)) this.#inexact = true;
      else this.#infinite = true;
    }
    this.#float[0] = value + 0; // -0 + 0 is 0
    this.#mix(TAG.number, this.#words[0] ?? 0, this.#words[1] ?? 0, 0);
  }

  #string(text: string): void {
    this.#mix(TAG.string, text.length, 0, 0);
    let a = this.#a;
    let b = this.#b;
    let c = this.#c;
    let d = this.#d;
    const whole = text.length - 7;
    let at = 0;
    for (; at < whole; at += 8) {
      a = lane(a, text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16), 0x239b961b, d);
      b = lane(b, text.charCodeAt(at + 2) | (text.charCodeAt(at + 3) << 16), 0xab0e9789, a);
      c = lane(c, text.charCodeAt(at + 4) | (text.charCodeAt(at + 5) << 16), 0x38b34ae5, b);
      d = lane(d, text.charCodeAt(at + 6) | (text.charCodeAt(at + 7) << 16), 0xa1e38b93, c);
    }
    this.#a = a;
    this.#b = b;
    this.#c = c;
    this.#d = d;
    if (at < text.length)
      this.#mix(pair(text, at), pair(text, at + 2), pair(text, at + 4), pair(text, at + 6));
  }

  /** Each lane takes in one word and its left neighbour, so that a difference reaches all four at once. */
  #mix(k1: number, k2: number, k3: number, k4: number): void {
    const a = lane(this.#a, k1, 0x239b961b, this.#d);
    const b = lane(this.#b, k2, 0xab0e9789, a);
    const c = lane(this.#c, k3, 0x38b34ae5, b);
    this.#a = a;
    this.#b = b;
    this.#c = c;
    this.#d = lane(this.#d, k4, 0xa1e38b93, c);
  }
}

/** A digest in hexadecimal, as tuning-fork.yaml keeps it: it must stay the same from version to version. */
export function digestHex(digest: Digest): string {
  return Array.from(digest, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

/** Whether a text may begin or end with white space: in ASCII all that is not printable is taken for it. */
function hasEdge(text: string): boolean {
  if (text === '') return false;
  return isEdge(text.charCodeAt(0)) || isEdge(text.charCodeAt(text.length - 1));
}

function isEdge(code: number): boolean {
  return code <= 0x20 || (code >= 0x85 && (code <= 0xa0 || (code >= 0x1680 && code <= 0x3000)));
}

function lane(h: number, k: number, by: number, neighbour: number): number {
  const m = Math.imul(h ^ k, by);
  return (((m << 15) | (m >>> 17)) + neighbour) | 0;
}

function finish(word: number): number {
  let h = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** Two UTF-16 units as one word; zeros beyond the end. */
function pair(text: string, at: number): number {
  if (at >= text.length) return 0;
  return text.charCodeAt(at) | (at + 1 < text.length ? text.charCodeAt(at + 1) << 16 : 0);
}

/** Objects of rows have few keys: sorting by insertion beats a call of `sort`. */
function sortedKeys(object: JsonObject): string[] {
  const keys = Object.keys(object);
  if (keys.length > MANY_KEYS) return keys.sort();
  for (let n = 1; n < keys.length; n++) {
    const key = keys[n] ?? '';
    let at = n;
    for (; at > 0 && (keys[at - 1] ?? '') > key; at--) keys[at] = keys[at - 1] ?? '';
    keys[at] = key;
  }
  return keys;
}

const MANY_KEYS = 16;
