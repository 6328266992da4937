import { DIGEST_WORDS, type Digest } from './digest.ts';
import { doubled } from './doubled.ts';
import type { JsonObject, JsonValue } from '../json/json-value.ts';
import type { Path } from '../json/locate.ts';
import { DEEPEST } from '../json/positioned-json.ts';
import { TextDigest } from './text-digest.ts';

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

/** What stands at a place, and what a place is reached by. */
const TAG = {
  null: 1,
  true: 2,
  false: 3,
  number: 4,
  string: 5,
  array: 6,
  object: 7,
  key: 8,
  item: 9,
} as const;

/**
 * A digest of JSON values that is equal for equal values: key order aside, 1 and 1.0 the same. It is the sum of the digests of what
 * stands at the ends of all paths, each ended with its path.
 */
export class ValueDigest {
  readonly #text = new TextDigest();
  readonly #sum = new Int32Array(DIGEST_WORDS);
  /** For each level the digest of the path to it. */
  #paths = new Int32Array(DIGEST_WORDS * 16);
  #tooDeep = false;
  #infinite = false;
  #inexact = false;
  #hasEdgeWhiteSpace = false;
  #isExact = false;
  readonly #float = new Float64Array(1);
  readonly #words = new Int32Array(this.#float.buffer);

  /** A text among the values that were added begins or ends with white space, or may. */
  get hasEdgeWhiteSpace(): boolean {
    return this.#hasEdgeWhiteSpace;
  }

  /** Walks over a value that lies `depth` levels deep in its file. */
  add(value: JsonValue, depth = 0): Oddities {
    this.#isExact = false;
    return this.#add(value, depth);
  }

  /** The same of a value whose inexact integers stand as `exactInteger` and whose texts as `exactText` have them. */
  addExact(value: JsonValue, depth = 0): void {
    this.#isExact = true;
    this.#add(value, depth);
  }

  #add(value: JsonValue, depth: number): Oddities {
    this.#sum.fill(0);
    this.#tooDeep = this.#infinite = this.#inexact = this.#hasEdgeWhiteSpace = false;
    this.#value(value, 0, DEEPEST - depth);
    const isOdd = this.#tooDeep || this.#infinite || this.#inexact;
    return isOdd ? { tooDeep: this.#tooDeep, infinite: this.#infinite, inexact: this.#inexact } : NOT_ODD;
  }

  /** The digest of what was added. */
  digest(into: Digest): Digest {
    into.set(this.#sum);
    return into;
  }

  /** @param level of the path that leads to it; @param left levels that may follow */
  #value(value: JsonValue, level: number, left: number): void {
    if (typeof value === 'string') this.#string(value, level);
    else if (typeof value === 'number') this.#number(value, level);
    else if (value === null) this.#end(level, TAG.null);
    else if (typeof value === 'boolean') this.#end(level, value ? TAG.true : TAG.false);
    else if (left <= 0) this.#tooDeep = true;
    else if (Array.isArray(value)) this.#array(value, level, left - 1);
    else this.#object(value, level, left - 1);
  }

  #array(values: readonly JsonValue[], level: number, left: number): void {
    if (values.length === 0) this.#end(level, TAG.array);
    for (let n = 0; n < values.length; n++) {
      this.#step(level, n);
      this.#value(values[n] ?? null, level + 1, left);
    }
  }

  #object(object: JsonObject, level: number, left: number): void {
    const keys = Object.keys(object);
    if (keys.length === 0) this.#end(level, TAG.object);
    for (let n = 0; n < keys.length; n++) {
      const key = keys[n] ?? '';
      this.#step(level, key);
      this.#value(object[key] ?? null, level + 1, left);
    }
  }

  /** Goes from a path to the next level. */
  #step(level: number, step: string | number): void {
    const next = (level + 1) * DIGEST_WORDS;
    if (next >= this.#paths.length) this.#paths = doubled(this.#paths);
    this.#text.resume(this.#paths, level * DIGEST_WORDS);
    mixStep(this.#text, step);
    this.#text.keep(this.#paths, next);
  }

  #end(level: number, tag: number, low = 0, high = 0): void {
    this.#text.begin();
    this.#text.mix(tag, low, high, 0);
    this.#addAt(level);
  }

  #addAt(level: number): void {
    this.#text.mixKept(this.#paths, level * DIGEST_WORDS);
    this.#text.addTo(this.#sum);
  }

  #number(value: number, level: number): void {
    if (value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER) {
      if (Number.isFinite(value)) this.#inexact = true;
      else this.#infinite = true;
    }
    this.#float[0] = value + 0; // -0 + 0 is 0
    this.#end(level, TAG.number, this.#words[0], this.#words[1]);
  }

  #string(text: string, level: number): void {
    if (!this.#hasEdgeWhiteSpace && hasEdge(text)) this.#hasEdgeWhiteSpace = true;
    this.#text.begin();
    this.#text.text(this.#isExact ? text : exactText(text));
    this.#addAt(level);
  }
}

/** The digest of a path, with which that of a text at its end ends. */
export function pathDigest(path: Path): Int32Array {
  const digest = new TextDigest();
  for (const step of path) mixStep(digest, step);
  const kept = new Int32Array(DIGEST_WORDS);
  digest.keep(kept, 0);
  return kept;
}

function mixStep(digest: TextDigest, step: string | number): void {
  if (typeof step === 'number') {
    digest.mix(TAG.item, step, 0, 0);
    return;
  }
  digest.mix(TAG.key, 0, 0, 0);
  digest.text(step);
}

/** An integer that no float holds, as a text that stands for it alone. */
export function exactInteger(value: bigint): string {
  return `\0integer ${value}`;
}

/** A decimal that no float holds, likewise. */
export function exactDecimal(digits: string): string {
  return `\0decimal ${digits}`;
}

/** A text as it is, unless it could be taken for such a number. */
export function exactText(text: string): string {
  return text.charCodeAt(0) === 0 && /^\0+(?:integer|decimal) /.test(text) ? `\0${text}` : text;
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
