import { DIGEST_WORDS, type Digest } from './digest.ts';
import { promptAndAnswer } from '../row/prompt-and-answer.ts';
import type { Row } from '../row/row.ts';
import { ValueDigest } from './value-digest.ts';

/** The digests of what a row asks and of what it answers (`promptAndAnswer`). */
export class PromptDigests {
  readonly prompt: Digest = new Int32Array(DIGEST_WORDS);
  readonly answer: Digest = new Int32Array(DIGEST_WORDS);
  readonly #digest = new ValueDigest();

  /** False for a row that has no prompt and answer. */
  read(row: Row): boolean {
    return row.shape === null ? this.#readValue(row) : this.#readShaped(row);
  }

  #readValue(row: Row): boolean {
    const found = promptAndAnswer(row);
    if (found === null) return false;
    this.#digest.add(found.prompt);
    this.#digest.digest(this.prompt);
    this.#digest.add(found.answer);
    this.#digest.digest(this.answer);
    return true;
  }

  #readShaped(row: Row): boolean {
    const { prompt = null, answer = null } = row.shape ?? {};
    if (prompt === null || answer === null) return false;
    row.digest(prompt, this.prompt);
    row.digest(answer, this.answer);
    return true;
  }
}
