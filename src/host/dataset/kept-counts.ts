/** UTF-16 units of rows that nobody looks at any more whose counts are kept. */
const MOST_CHARACTERS = 4_000_000;

/**
 * Token counts of one document by the text of a row: an edited row is another text, so a count is never stale. Those of rows that were
 * asked for since counts were added last are always kept: rows in view that forget each other would be counted again and again.
 */
export class KeptCounts {
  readonly #counts = new Map<string, number | null>();
  readonly #most: number;
  #asked = new Set<string>();
  #characters = 0;
  #isCounted = false;

  constructor(most = MOST_CHARACTERS) {
    this.#most = most;
  }

  /** Whether any row was ever counted. */
  get isCounted(): boolean {
    return this.#isCounted;
  }

  /** The count of a row's text; null if it has none, undefined while it is not known whether it has. */
  get(text: string): number | null | undefined {
    return this.#counts.get(text);
  }

  /** Says which rows are looked at now. */
  ask(texts: readonly string[]): void {
    for (const text of texts) this.#asked.add(text);
  }

  add(counted: ReadonlyMap<string, number | null>): void {
    for (const [text, count] of counted) {
      if (!this.#counts.has(text)) this.#characters += text.length;
      this.#counts.set(text, count);
      if (count !== null) this.#isCounted = true;
    }
    this.#forget(counted);
    this.#asked = new Set(counted.keys());
  }

  /** The oldest go first. */
  #forget(added: ReadonlyMap<string, unknown>): void {
    for (const text of this.#counts.keys()) {
      if (this.#characters <= this.#most) return;
      if (this.#asked.has(text) || added.has(text)) continue;
      this.#counts.delete(text);
      this.#characters -= text.length;
    }
  }
}
