import type { Signature } from './min-hash.ts';
import { SignedRows, type SignedRow } from './signed-rows.ts';

/**
 * Rows by stretches of their signatures (locality-sensitive hashing), to be asked about while they are added. For each value of a band only
 * the first row that had it is kept.
 */
export class SignatureTable {
  readonly #rows: SignedRows;
  readonly #bands: Int32Array[];

  constructor(bins: number, answerBins: number) {
    this.#rows = new SignedRows(bins, answerBins);
    this.#bands = Array.from({ length: this.#rows.bands }, () => new Int32Array(2048));
  }

  /** The most similar of the rows that share a band, as `compare` judges; null if no row is similar. */
  firstAlike(
    signature: Signature,
    compare: (known: SignedRow) => number | null,
  ): { readonly row: number; readonly alike: number } | null {
    let best: { row: number; alike: number } | null = null;
    let last = 0;
    for (let band = 0; band < this.#bands.length; band++) {
      const slots = this.#bands[band] ?? NO_SLOTS;
      const entry = slots[this.#slotOf(slots, band, signature[band] ?? 0)] ?? 0;
      if (entry === 0 || entry === last) continue;
      last = entry;
      const known = this.#rows.at(entry - 1);
      const alike = compare(known);
      if (alike !== null && (best === null || alike > best.alike)) best = { row: known.row, alike };
    }
    return best;
  }

  add(row: SignedRow): void {
    // half full at most
    if (this.#rows.count * 2 === this.#bands[0]?.length) this.#grow();
    const n = this.#rows.add(row);
    for (let band = 0; band < this.#bands.length; band++) this.#put(band, n);
  }

  #put(band: number, n: number): void {
    const slots = this.#bands[band] ?? NO_SLOTS;
    const at = this.#slotOf(slots, band, this.#rows.bandOf(n, band));
    if (slots[at] === 0) slots[at] = n + 1;
  }

  /** The slot that holds a value of a band, or the free one in which it would be put. */
  #slotOf(slots: Int32Array, band: number, value: number): number {
    let at = bandHash(value) & (slots.length - 1);
    for (let entry = slots[at] ?? 0; entry !== 0; entry = slots[at] ?? 0) {
      if (this.#rows.bandOf(entry - 1, band) === value) return at;
      at = (at + 1) & (slots.length - 1);
    }
    return at;
  }

  #grow(): void {
    for (let band = 0; band < this.#bands.length; band++) {
      this.#bands[band] = new Int32Array(this.#rows.count * 4);
      for (let n = 0; n < this.#rows.count; n++) this.#put(band, n);
    }
  }
}

const NO_SLOTS = new Int32Array(1);

function bandHash(value: number): number {
  const hash = Math.imul(value ^ (value >>> 15), 0x297a2d39);
  return hash ^ (hash >>> 15);
}
