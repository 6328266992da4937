/** Whether a text may hold what a rule looks for. Of a text that does, every longer text that it is part of must say so too. */
export type MayHold = (text: string) => boolean;

/** A test by a pattern without flags. */
export function matches(pattern: RegExp): MayHold {
  return (text) => pattern.test(text);
}

/**
 * A stretch of a file with many rows, which is asked once what all of them may hold: nearly always it holds nothing of it, and no row has
 * to be looked at.
 */
export class TextBlock {
  readonly #text: string;
  readonly #isAscii: boolean;
  readonly #answers = new Map<MayHold, boolean>();
  #isPlain: boolean | null = null;

  constructor(text: string, isAscii: boolean) {
    this.#text = text;
    this.#isAscii = isAscii;
  }

  /** Nothing but ASCII is in its texts, not as escapes either. */
  get isPlain(): boolean {
    this.#isPlain ??= this.#isAscii && !this.#text.includes('\\u');
    return this.#isPlain;
  }

  mayHold(test: MayHold): boolean {
    const known = this.#answers.get(test);
    if (known !== undefined) return known;
    const answer = test(this.#text);
    this.#answers.set(test, answer);
    return answer;
  }
}
