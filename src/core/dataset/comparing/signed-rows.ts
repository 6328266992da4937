import { IntegerTable } from './integer-table.ts';
import { signatureOf, type Signature } from './min-hash.ts';
import type { Columns } from './repeated-rows.ts';

/** What is kept of a row. */
export interface SignedRow {
  readonly row: number;
  /** As `MinHash.digits` says. */
  readonly digits: number;
  readonly signature: Signature;
  readonly answers: Signature;
}

/** All that is kept of a row but its number, as one stretch of words: to be written anew for each row. */
export class SignedWords {
  readonly words: Int32Array;
  readonly signature: Signature;
  readonly answers: Signature;

  constructor(bins: number, answerBins: number) {
    const [all, answers] = [signatureOf(bins).length, signatureOf(answerBins).length];
    this.words = new Int32Array(1 + all + answers);
    this.signature = this.words.subarray(1, 1 + all);
    this.answers = this.words.subarray(1 + all);
  }

  set digits(digits: number) {
    this.words[0] = digits;
  }
}

/** Columns of a signed row; its signature and that of its answers follow. */
const ROW = 0;
const DIGITS = 1;
const SIGNATURE = 2;

/** Rows with their signatures: 8 bytes each, and half a byte for each bin. */
export class SignedRows {
  readonly #table: IntegerTable;
  readonly #words: number;
  readonly #added: Int32Array;

  constructor(bins: number, answerBins: number) {
    this.#words = signatureOf(bins).length;
    const width = SIGNATURE + this.#words + signatureOf(answerBins).length;
    this.#table = new IntegerTable(width);
    this.#added = new Int32Array(width);
  }

  get count(): number {
    return this.#table.count;
  }

  /** Stretches of eight bins, of which rows that share nine in ten of their shingles agree in at least one with a chance of 99 in 100. */
  get bands(): number {
    return this.#words;
  }

  /** A band of all rows. */
  band(band: number): Columns {
    return { table: this.#table, from: SIGNATURE + band, count: 1 };
  }

  bandOf(n: number, band: number): number {
    return this.#table.get(n, SIGNATURE + band);
  }

  add({ row, digits, signature, answers }: SignedRow): number {
    this.#added[ROW] = row;
    this.#added[DIGITS] = digits;
    this.#added.set(signature, SIGNATURE);
    this.#added.set(answers, SIGNATURE + this.#words);
    return this.#table.append(this.#added);
  }

  /** @param words as `SignedWords` has them */
  addWords(row: number, words: Int32Array): number {
    this.#added[ROW] = row;
    this.#added.set(words, DIGITS);
    return this.#table.append(this.#added);
  }

  at(n: number): SignedRow {
    const integers = this.#table.row(n);
    return {
      row: integers[ROW] ?? 0,
      digits: integers[DIGITS] ?? 0,
      signature: integers.subarray(SIGNATURE, SIGNATURE + this.#words),
      answers: integers.subarray(SIGNATURE + this.#words),
    };
  }
}
