import type { JsonValue } from './json-value.ts';
import { hasTooManyValues } from './many-values.ts';
import { isJsonSpace } from './json-space.ts';

interface Stretch {
  /** UTF-16 indices into the text, end exclusive. */
  readonly start: number;
  readonly end: number;
}
export interface JsonEntry {
  readonly key: string;
  readonly keyAt: Stretch;
  readonly value: JsonNode;
}
export type JsonNode =
  | (Stretch & { readonly kind: 'object'; readonly entries: readonly JsonEntry[] })
  | (Stretch & { readonly kind: 'array'; readonly items: readonly JsonNode[] })
  | (Stretch & { readonly kind: 'string'; readonly value: string })
  | (Stretch & { readonly kind: 'number'; readonly value: number })
  | (Stretch & { readonly kind: 'literal'; readonly value: boolean | null });

/** Why a text is no JSON, as Python's reader sees it. */
export type JsonProblem =
  | 'value-expected'
  | 'key-expected'
  | 'colon-expected'
  | 'comma-expected'
  | 'control-character'
  | 'bad-escape'
  | 'number-too-long'
  | 'too-deep'
  /** Not looked at: the row has no text (`isUnread`), or too many values (`hasTooManyValues`). */
  | 'too-long'
  | 'extra-data'
  | 'cut-off';

export type PositionedJson =
  | { readonly ok: true; readonly root: JsonNode }
  | { readonly ok: false; readonly problem: JsonProblem; readonly at: number };

/** The deepest nesting that is read: every `json.loads` refuses 1,000 levels, some fewer, none up to 299. */
export const DEEPEST = 999;
/** `int()` refuses more digits since Python 3.11. */
export const MOST_DIGITS = 4300;

const WORDS: readonly (readonly [string, boolean | null | number])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
];
const NUMBER = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/y;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

class Refusal extends Error {
  readonly problem: JsonProblem;
  readonly at: number;
  constructor(problem: JsonProblem, at: number) {
    super(problem);
    this.problem = problem;
    this.at = at;
  }
}

/**
 * Reads JSON with the place of every key and value, and accepts exactly what Python's `json.loads` accepts: NaN and the
 * infinities too, but no integer over 4,300 digits and no nesting of 1,000 levels. Slower than JSON.parse by far.
 * @param depth levels around the text, such as the array whose element it is.
 */
export function parsePositioned(text: string, depth = 0): PositionedJson {
  if (hasTooManyValues(text)) return { ok: false, problem: 'too-long', at: 0 };
  try {
    return { ok: true, root: new Reader(text).document(depth) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.problem, at: error.at };
    throw error;
  }
}

/** The value of a node; of a key given twice the last, as JSON.parse and Python have it. */
export function valueOf(node: JsonNode): JsonValue {
  if (node.kind === 'array') return node.items.map(valueOf);
  if (node.kind !== 'object') return node.value;
  return Object.fromEntries(node.entries.map((entry) => [entry.key, valueOf(entry.value)]));
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(depth: number): JsonNode {
    this.#space();
    const root = this.#value(depth);
    this.#space();
    if (this.#at < this.#text.length) this.#refuse('extra-data');
    return root;
  }

  #value(depth: number): JsonNode {
    const char = this.#text[this.#at];
    if (char === '{') return this.#object(depth + 1);
    if (char === '[') return this.#array(depth + 1);
    if (char === '"') {
      const { start, end, value } = this.#string();
      return { kind: 'string', start, end, value };
    }
    return this.#word() ?? this.#number() ?? this.#refuse('value-expected');
  }

  #object(depth: number): JsonNode {
    const start = this.#open(depth);
    const entries: JsonEntry[] = [];
    while (!this.#closes('}', entries.length > 0)) {
      if (this.#text[this.#at] !== '"') this.#refuse('key-expected');
      const { start: from, end, value: key } = this.#string();
      const keyAt = { start: from, end };
      this.#space();
      if (this.#text[this.#at] !== ':') this.#refuse('colon-expected');
      this.#at += 1;
      this.#space();
      entries.push({ key, keyAt, value: this.#value(depth) });
      this.#space();
    }
    return { kind: 'object', start, end: this.#at, entries };
  }

  #array(depth: number): JsonNode {
    const start = this.#open(depth);
    const items: JsonNode[] = [];
    while (!this.#closes(']', items.length > 0)) {
      items.push(this.#value(depth));
      this.#space();
    }
    return { kind: 'array', start, end: this.#at, items };
  }

  #open(depth: number): number {
    if (depth > DEEPEST) this.#refuse('too-deep');
    const start = this.#at;
    this.#at += 1;
    this.#space();
    return start;
  }

  /** Steps over the closing bracket and says so, or over the comma between two members. */
  #closes(bracket: string, hasMembers: boolean): boolean {
    const char = this.#text[this.#at];
    if (char === bracket) {
      this.#at += 1;
      return true;
    }
    if (!hasMembers) return false;
    if (char !== ',') this.#refuse('comma-expected');
    this.#at += 1;
    this.#space();
    return false;
  }

  #string(): Stretch & { value: string } {
    const text = this.#text;
    const start = this.#at;
    let isPlain = true;
    let at = start + 1;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) break;
      if (code >= 0x20 && code !== BACKSLASH) {
        at += 1;
        continue;
      }
      this.#at = at;
      if (code !== BACKSLASH) this.#refuse('control-character');
      if (this.#take(ESCAPE) === null) this.#refuse('bad-escape');
      isPlain = false;
      at = this.#at;
    }
    this.#at = at + 1;
    const value = isPlain ? text.slice(start + 1, at) : String(JSON.parse(text.slice(start, at + 1)));
    return { start, end: at + 1, value };
  }

  #word(): JsonNode | null {
    const start = this.#at;
    const found = WORDS.find(([word]) => this.#text.startsWith(word, start));
    if (found === undefined) return null;
    this.#at += found[0].length;
    const value = found[1];
    const stretch = { start, end: this.#at };
    return typeof value === 'number'
      ? { kind: 'number', ...stretch, value }
      : { kind: 'literal', ...stretch, value };
  }

  #number(): JsonNode | null {
    const start = this.#at;
    const match = this.#take(NUMBER);
    if (match === null) return null;
    const isInteger = match[1] === undefined && match[2] === undefined;
    if (isInteger && match[0].replace('-', '').length > MOST_DIGITS) {
      this.#at = start;
      this.#refuse('number-too-long');
    }
    return { kind: 'number', start, end: this.#at, value: Number(match[0]) };
  }

  #space(): void {
    let at = this.#at;
    for (let code = this.#text.charCodeAt(at); isJsonSpace(code); code = this.#text.charCodeAt(at)) at += 1;
    this.#at = at;
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match !== null) this.#at = pattern.lastIndex;
    return match;
  }

  #refuse(problem: JsonProblem): never {
    throw new Refusal(this.#at >= this.#text.length ? 'cut-off' : problem, this.#at);
  }
}
