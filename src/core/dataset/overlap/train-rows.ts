import { DigestTable } from '../comparing/digest-table.ts';
import type { JsonValue } from '../json/json-value.ts';
import { likeness, MinHash, signatureOf, type Signature } from '../comparing/min-hash.ts';
import { rowTexts } from '../row/row-texts.ts';
import type { Row } from '../row/row.ts';
import { SignatureTable } from '../comparing/signature-table.ts';
import { ValueDigest } from '../comparing/value-digest.ts';
import { askedPrompt } from './asked-prompt.ts';

/** Twice those of near-duplicate: nothing is to be called an overlap that is none. */
const BINS = 128;
const ANSWER_BINS = 32;
const LEAST_SHINGLES = 40;
const LEAST_ALIKE = 0.9;
const LEAST_ANSWERS_ALIKE = 0.8;

/** What an evaluated row has in common with a row that is trained on. */
export interface Overlap {
  readonly kind: 'row' | 'prompt' | 'near';
  /** Of the file that is trained on. */
  readonly row: number;
}

/** The rows of one file that is trained on, for the rows of others to be looked up in; numbers and digests alone are kept. */
export class TrainRows {
  /** As it is shown. */
  readonly path: string;
  readonly #digest = new ValueDigest();
  readonly #words = new Int32Array(4);
  readonly #rows = new DigestTable();
  readonly #prompts = new DigestTable();
  readonly #hash = new MinHash(BINS, ANSWER_BINS);
  readonly #signature: Signature = signatureOf(BINS);
  readonly #answers: Signature = signatureOf(ANSWER_BINS);
  readonly #table = new SignatureTable(BINS, ANSWER_BINS);

  constructor(path: string) {
    this.path = path;
  }

  add(row: Row): void {
    if (row.object === null || row.firstEqual !== null) return;
    this.#rows.firstOf(this.#digestOf(row.value), row.number);
    const asked = askedPrompt(row)?.whole ?? null;
    if (asked !== null) this.#prompts.firstOf(this.#digestOf(asked), row.number);
    const digits = this.#sign(row);
    if (digits === null) return;
    this.#table.add({ row: row.number, digits, signature: this.#signature, answers: this.#answers });
  }

  /** The most that a row has in common with one of these rows; null if nothing. */
  overlap(row: Row): Overlap | null {
    const same = this.#rows.find(this.#digestOf(row.value));
    if (same !== null) return { kind: 'row', row: same };
    const asked = askedPrompt(row)?.whole ?? null;
    const first = asked === null ? null : this.#prompts.find(this.#digestOf(asked));
    if (first !== null) return { kind: row.format === 'text' ? 'row' : 'prompt', row: first };
    const near = this.#near(row);
    return near === null ? null : { kind: 'near', row: near };
  }

  #near(row: Row): number | null {
    const digits = this.#sign(row);
    if (digits === null) return null;
    const found = this.#table.firstAlike(this.#signature, (known) => {
      // rows that differ in their numbers are made from one pattern and are no copies
      if (known.digits !== digits) return null;
      const alike = likeness(known.signature, this.#signature);
      const isAlike = alike >= LEAST_ALIKE && likeness(known.answers, this.#answers) >= LEAST_ANSWERS_ALIKE;
      return isAlike ? alike : null;
    });
    return found?.row ?? null;
  }

  /** Signs the texts of a row; gives the digest of its digits, or null if they are too short to be alike in part. */
  #sign(row: Row): number | null {
    const texts = rowTexts(row);
    if (texts === null) return null;
    const shingles = this.#hash.sign(texts, this.#signature, this.#answers);
    return shingles < LEAST_SHINGLES ? null : this.#hash.digits;
  }

  #digestOf(value: JsonValue) {
    this.#digest.add(value);
    return this.#digest.digest(this.#words);
  }
}
