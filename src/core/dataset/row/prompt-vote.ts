import type { PromptKind } from './row-format.ts';

/** Counts what prompts are made of and says what most are. */
export class PromptVote {
  #texts = 0;
  #turns = 0;

  /** @param kind null for a row that does not vote */
  add(kind: PromptKind | null, count = 1): void {
    if (kind === 'text') this.#texts += count;
    if (kind === 'turns') this.#turns += count;
  }

  winner(): PromptKind {
    return this.#turns > this.#texts ? 'turns' : 'text';
  }
}
