import { rowCode } from '../row-code/row-code.ts';

/** Bins of a signature: four bits each, eight a word. */
export type Signature = Int32Array;

/** Bins of a word. */
const WORD = 8;
const BITS = 4;

/** An empty signature. @param bins a multiple of eight, 256 at most */
export function signatureOf(bins: number): Signature {
  return new Int32Array(bins / WORD);
}

/** What is signed of a row. */
export interface SignedTexts {
  readonly asked: readonly string[];
  readonly answered: readonly string[];
}

/**
 * Signatures of texts by which their likeness is told: the share of equal bins estimates how many of their shingles of five letters or
 * digits two texts share (one permutation hashing, Li, Owen and Zhang 2012, empty bins filled from their neighbours; four bits of each
 * minimum are kept, which estimate almost as well as all of them, Li and König 2010). Case, white space and punctuation make no
 * difference. The loop over the letters is assembly/min-hash.ts.
 */
export class MinHash {
  readonly #code = rowCode();
  readonly #bins: number;
  readonly #answerBins: number;
  #digits = 0;

  /**
   * @param bins of the signature of all texts of a row
   * @param answerBins of that of its answers alone
   */
  constructor(bins: number, answerBins: number) {
    this.#bins = bins;
    this.#answerBins = answerBins;
  }

  /** Of the row that was signed last: equal for rows that have the same digits in the same order. */
  get digits(): number {
    return this.#digits;
  }

  /**
   * Writes the signature of all texts together, and that of the answers; returns how many shingles there are in all. Texts of fewer than
   * 20 are too short for partial likeness: their signatures are equal if all their letters are, and otherwise unrelated.
   */
  sign({ asked, answered }: SignedTexts, all: Signature, answers: Signature): number {
    const code = this.#code;
    code.beginSignature(this.#bins, this.#answerBins);
    for (const text of asked) code.sign(text);
    code.beginAnswers();
    for (const text of answered) code.sign(text);
    const shingles = code.endSignature(all, answers);
    this.#digits = code.signedDigits;
    return shingles;
  }
}

/** The share of shingles that two texts have in common, as their signatures tell it: equal bins by chance are taken off. */
export function likeness(a: Signature, b: Signature): number {
  let different = 0;
  for (let word = 0; word < a.length; word++) different += differentBins((a[word] ?? 0) ^ (b[word] ?? 0));
  const equal = 1 - different / (a.length * WORD);
  return Math.max(0, (equal - BY_CHANCE) / (1 - BY_CHANCE));
}

/** Of eight bins, those with a bit that is set. */
function differentBins(bits: number): number {
  const pairs = bits | (bits >>> 1);
  return Math.imul((pairs | (pairs >>> 2)) & LOWEST, LOWEST) >>> 28;
}

const BY_CHANCE = 1 / (1 << BITS);
/** The lowest bit of each bin. */
const LOWEST = 0x11111111;
