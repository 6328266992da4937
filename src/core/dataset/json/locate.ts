import type { JsonEntry, JsonNode } from './positioned-json.ts';

/** Steps from the row to a value: keys and indices. */
export type Path = readonly (string | number)[];

/**
 * What a finding is about: all of it, a range of its text, a value, a key, or characters `from`–`to` (UTF-16, unescaped) of
 * a string value or key.
 */
export type Target =
  | { readonly kind: 'whole' }
  | { readonly kind: 'range'; readonly start: number; readonly end: number }
  | { readonly kind: 'value'; readonly path: Path }
  | { readonly kind: 'key'; readonly path: Path }
  | { readonly kind: 'value-text'; readonly path: Path; readonly from: number; readonly to: number }
  | { readonly kind: 'key-text'; readonly path: Path; readonly from: number; readonly to: number };

/** RFC 6901. */
export function pointerOf(path: Path): string {
  let pointer = '';
  for (const step of path) pointer += `/${typeof step === 'number' ? step : escaped(step)}`;
  return pointer;
}

function escaped(key: string): string {
  return key.includes('~') || key.includes('/') ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key;
}

/** The entry or value at a path; undefined if nothing is there. Of a key given twice the last value counts. */
export function nodeAt(root: JsonNode, path: Path): { node: JsonNode; entry: JsonEntry | null } | undefined {
  let node = root;
  let entry: JsonEntry | null = null;
  for (const step of path) {
    entry = node.kind === 'object' ? (node.entries.findLast((each) => each.key === step) ?? null) : null;
    const next: JsonNode | undefined =
      node.kind === 'array' && typeof step === 'number' ? node.items[step] : entry?.value;
    if (next === undefined) return undefined;
    node = next;
  }
  return { node, entry };
}

/** Index in the JSON text of a character of an unescaped string whose opening quote is at `quote`. */
export function rawIndex(text: string, quote: number, index: number): number {
  return new RawIndexFinder(text).rawIndex(quote, index);
}

/** Answers `rawIndex` for rising indices in one pass; going back within a string starts it again. */
export class RawIndexFinder {
  readonly #text: string;
  #quote = -1;
  /** Characters of the string before `#at`, which follows the quote or an escape. */
  #counted = 0;
  #at = 0;
  #searchedFrom = 0;
  /**
   * The first escape from `#searchedFrom` on, Infinity if there is none. Searched for once, because it may be at the far end of a long
   * row.
   */
  #escape = -1;

  constructor(text: string) {
    this.#text = text;
  }

  rawIndex(quote: number, index: number): number {
    if (quote !== this.#quote || index < this.#counted) this.#goTo(quote + 1, 0);
    this.#quote = quote;
    for (
      let escape = this.#nextEscape();
      escape - this.#at < index - this.#counted;
      escape = this.#nextEscape()
    ) {
      const length = this.#text[escape + 1] === 'u' ? 6 : 2;
      this.#goTo(escape + length, this.#counted + escape - this.#at + 1);
    }
    return this.#at + index - this.#counted;
  }

  #goTo(at: number, counted: number): void {
    this.#at = at;
    this.#counted = counted;
  }

  #nextEscape(): number {
    if (this.#at >= this.#searchedFrom && this.#at <= this.#escape) return this.#escape;
    const found = this.#text.indexOf('\\', this.#at);
    this.#searchedFrom = this.#at;
    this.#escape = found < 0 ? Infinity : found;
    return this.#escape;
  }
}
