import { likeness, MinHash, signatureOf, type Signature } from '../comparing/min-hash.ts';
import { rowTexts } from '../row/row-texts.ts';
import type { Row } from '../row/row.ts';
import { SignatureTable } from '../comparing/signature-table.ts';

/** Twice those of the rule: of pairs that share nine in ten shingles it finds 99 in 100, and a split is to part none. */
const BINS = 128;
/** Below the nine in ten of the rule by three times the error of the estimate, so that it errs on the side of keeping together. */
const LEAST_ALIKE = 0.82;
const LEAST_SHINGLES = 40;
/** Nobody asks for it here. */
const ANSWER_BINS = 8;

/**
 * Finds rows that are nearly the same, for those who must not part them: as the rule near-duplicate, with which it shares what likeness
 * is, but each row is told of every row that it is alike to, and another answer to nearly the same question makes no difference.
 */
export class LeakagePairs {
  readonly #hash = new MinHash(BINS, ANSWER_BINS);
  readonly #signature: Signature = signatureOf(BINS);
  readonly #answers: Signature = signatureOf(ANSWER_BINS);
  readonly #table = new SignatureTable(BINS, ANSWER_BINS);

  /** Calls back with earlier rows that are nearly the same. Equal rows and rows of an unknown format are not looked at. */
  add(row: Row, onAlike: (earlier: number) => void): void {
    const texts = rowTexts(row);
    if (texts === null || row.firstEqual !== null) return;
    if (this.#hash.sign(texts, this.#signature, this.#answers) < LEAST_SHINGLES) return;
    const { digits } = this.#hash;
    // rows of one pattern with other numbers stand in no band together: of each band the first row alone is asked about
    for (let n = 0; n < this.#signature.length; n++) this.#signature[n] = (this.#signature[n] ?? 0) ^ digits;
    this.#table.firstAlike(this.#signature, (known) => {
      const isAlike = known.digits === digits && likeness(known.signature, this.#signature) >= LEAST_ALIKE;
      if (isAlike) onAlike(known.row);
      return null;
    });
    this.#table.add({ row: row.number, digits, signature: this.#signature, answers: this.#answers });
  }
}
