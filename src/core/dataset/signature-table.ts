import { grown } from './grown.ts';
import type { Signature } from './min-hash.ts';

/** What is kept of a row. */
export interface SignedRow {
  readonly row: number;
  readonly digits: number;
  readonly signature: Signature;
  readonly answers: Signature;
}

/** Words of one band, four bins each: rows that agree in all bins of a band are compared. */
const BAND = 2;
/** Bins of a word. */
const WORD = 4;

/**
 * Rows by stretches of their signatures (locality-sensitive hashing): rows that share nine in ten of their shingles agree in at least
 * one of eight bands with a chance of 99 in 100. For each value of a band only the first row that had it is kept.
 */
export class SignatureTable {
  readonly #width: number;
  readonly #answerBins: number;
  readonly #bands: Int32Array[];
  /** Signatures, four bins a word. */
  #words: Int32Array;
  #answers: Uint8Array;
  #numbers = new Int32Array(1024);
  #digits = new Int32Array(1024);
  #count = 0;
  /** The signature that was asked about last, as words. */
  #asked: Int32Array;

  /** @param bins a multiple of eight */
  constructor(bins: number, answerBins: number) {
    this.#width = bins / WORD;
    this.#answerBins = answerBins;
    this.#bands = Array.from({ length: this.#width / BAND }, () => new Int32Array(2048));
    this.#words = new Int32Array(1024 * this.#width);
    this.#answers = new Uint8Array(1024 * answerBins);
    this.#asked = new Int32Array(this.#width);
  }

  /** The most alike of the rows that share a band, as `compare` judges; null if none is alike. */
  firstAlike(
    signature: Signature,
    compare: (known: SignedRow) => number | null,
  ): { readonly row: number; readonly alike: number } | null {
    const words = this.#wordsOf(signature);
    let best: { row: number; alike: number } | null = null;
    let last = 0;
    for (let band = 0; band < this.#bands.length; band++) {
      const entry = this.#find(band, words);
      if (entry === 0 || entry === last) continue;
      last = entry;
      const known = this.#at(entry - 1);
      const alike = compare(known);
      if (alike !== null && (best === null || alike > best.alike)) best = { row: known.row, alike };
    }
    return best;
  }

  add({ row, digits, signature, answers }: SignedRow): void {
    if (this.#count === this.#numbers.length) this.#grow();
    const n = this.#count;
    this.#numbers[n] = row;
    this.#digits[n] = digits;
    this.#words.set(this.#wordsOf(signature), n * this.#width);
    this.#answers.set(answers, n * this.#answerBins);
    this.#count += 1;
    for (let band = 0; band < this.#bands.length; band++) this.#put(band, n);
  }

  /** Those who ask have one signature that they write again and again. */
  #wordsOf(signature: Signature): Int32Array {
    const { buffer, byteOffset } = signature;
    if (this.#asked.buffer !== buffer || this.#asked.byteOffset !== byteOffset)
      this.#asked = new Int32Array(buffer, byteOffset, this.#width);
    return this.#asked;
  }

  #at(n: number): SignedRow {
    const { buffer } = this.#words;
    const bins = this.#width * WORD;
    return {
      row: this.#numbers[n] ?? 0,
      digits: this.#digits[n] ?? 0,
      signature: new Uint8Array(buffer, n * bins, bins),
      answers: this.#answers.subarray(n * this.#answerBins, (n + 1) * this.#answerBins),
    };
  }

  /** The number of the first row, from 1, that has a band of a signature; 0 if none has. */
  #find(band: number, words: Int32Array): number {
    const slots = this.#bands[band] ?? NO_SLOTS;
    return slots[this.#slotOf(slots, band * BAND, words, 0)] ?? 0;
  }

  #put(band: number, n: number): void {
    const slots = this.#bands[band] ?? NO_SLOTS;
    const at = this.#slotOf(slots, band * BAND, this.#words, n * this.#width);
    if (slots[at] === 0) slots[at] = n + 1;
  }

  /**
   * The slot that holds a band, or the free one in which it would be put.
   * @param word of the signature at which the band begins
   * @param from index of the signature among the words
   */
  #slotOf(slots: Int32Array, word: number, words: Int32Array, from: number): number {
    const first = words[from + word] ?? 0;
    const second = words[from + word + 1] ?? 0;
    let at = bandHash(first, second) & (slots.length - 1);
    for (let entry = slots[at] ?? 0; entry !== 0; entry = slots[at] ?? 0) {
      const known = (entry - 1) * this.#width + word;
      if (this.#words[known] === first && this.#words[known + 1] === second) return at;
      at = (at + 1) & (slots.length - 1);
    }
    return at;
  }

  #grow(): void {
    this.#numbers = grown(this.#numbers, new Int32Array(this.#count * 2));
    this.#digits = grown(this.#digits, new Int32Array(this.#count * 2));
    this.#words = grown(this.#words, new Int32Array(this.#count * 2 * this.#width));
    this.#answers = grown(this.#answers, new Uint8Array(this.#count * 2 * this.#answerBins));
    for (let band = 0; band < this.#bands.length; band++) {
      // half full at most when the table grows again
      this.#bands[band] = new Int32Array(this.#count * 4);
      for (let n = 0; n < this.#count; n++) this.#put(band, n);
    }
  }
}

const NO_SLOTS = new Int32Array(1);

function bandHash(first: number, second: number): number {
  const hash = Math.imul(Math.imul(first ^ (first >>> 15), 0x2c1b3c6d) ^ second, 0x297a2d39);
  return hash ^ (hash >>> 15);
}
