import type { Signature } from './min-hash.ts';

/** What is kept of a row. */
export interface SignedRow {
  readonly row: number;
  readonly digits: number;
  readonly signature: Signature;
  readonly answers: Signature;
}

/** Bins of one band: rows that agree in all bins of a band are compared. */
const BAND = 8;

/**
 * Rows by stretches of their signatures (locality-sensitive hashing): rows that share nine in ten of their shingles agree in at least
 * one of eight bands with a chance of 99 in 100. For each value of a band only the first row that had it is kept.
 */
export class SignatureTable {
  readonly #bins: number;
  readonly #answerBins: number;
  readonly #bands: Int32Array[];
  #signatures: Uint8Array;
  #answers: Uint8Array;
  #numbers = new Int32Array(1024);
  #digits = new Int32Array(1024);
  #count = 0;

  constructor(bins: number, answerBins: number) {
    this.#bins = bins;
    this.#answerBins = answerBins;
    this.#bands = Array.from({ length: bins / BAND }, () => new Int32Array(2048));
    this.#signatures = new Uint8Array(1024 * bins);
    this.#answers = new Uint8Array(1024 * answerBins);
  }

  /** The most alike of the rows that share a band, as `compare` judges; null if none is alike. */
  firstAlike(
    signature: Signature,
    compare: (known: SignedRow) => number | null,
  ): { readonly row: number; readonly alike: number } | null {
    let best: { row: number; alike: number } | null = null;
    let last = 0;
    for (let band = 0; band < this.#bands.length; band++) {
      const entry = this.#find(band, signature);
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
    this.#signatures.set(signature, n * this.#bins);
    this.#answers.set(answers, n * this.#answerBins);
    this.#count += 1;
    for (let band = 0; band < this.#bands.length; band++) this.#put(band, signature, n + 1);
  }

  #at(n: number): SignedRow {
    return {
      row: this.#numbers[n] ?? 0,
      digits: this.#digits[n] ?? 0,
      signature: this.#signatures.subarray(n * this.#bins, (n + 1) * this.#bins),
      answers: this.#answers.subarray(n * this.#answerBins, (n + 1) * this.#answerBins),
    };
  }

  #find(band: number, signature: Signature): number {
    const slots = this.#bands[band] ?? NO_SLOTS;
    let at = bandHash(signature, band) & (slots.length - 1);
    for (let entry = slots[at] ?? 0; entry !== 0; entry = slots[at] ?? 0) {
      if (this.#agrees(entry - 1, band, signature)) return entry;
      at = (at + 1) & (slots.length - 1);
    }
    return 0;
  }

  #put(band: number, signature: Signature, entry: number): void {
    const slots = this.#bands[band] ?? NO_SLOTS;
    let at = bandHash(signature, band) & (slots.length - 1);
    for (let known = slots[at] ?? 0; known !== 0; known = slots[at] ?? 0) {
      if (this.#agrees(known - 1, band, signature)) return;
      at = (at + 1) & (slots.length - 1);
    }
    slots[at] = entry;
  }

  #agrees(n: number, band: number, signature: Signature): boolean {
    const from = n * this.#bins;
    for (let bin = band * BAND; bin < (band + 1) * BAND; bin++)
      if (this.#signatures[from + bin] !== signature[bin]) return false;
    return true;
  }

  #grow(): void {
    this.#numbers = grown(this.#numbers, new Int32Array(this.#count * 2));
    this.#digits = grown(this.#digits, new Int32Array(this.#count * 2));
    this.#signatures = grown(this.#signatures, new Uint8Array(this.#count * 2 * this.#bins));
    this.#answers = grown(this.#answers, new Uint8Array(this.#count * 2 * this.#answerBins));
    for (let band = 0; band < this.#bands.length; band++) {
      // half full at most when the table grows again
      this.#bands[band] = new Int32Array(this.#count * 4);
      for (let n = 0; n < this.#count; n++) this.#put(band, this.#at(n).signature, n + 1);
    }
  }
}

const NO_SLOTS = new Int32Array(1);

function grown<T extends Int32Array | Uint8Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}

function bandHash(signature: Signature, band: number): number {
  let hash = band;
  for (let bin = band * BAND; bin < (band + 1) * BAND; bin++)
    hash = Math.imul(hash ^ (signature[bin] ?? 0), 0x01000193);
  return hash ^ (hash >>> 15);
}
