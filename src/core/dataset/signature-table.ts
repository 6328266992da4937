import type { Columns } from './each-repeated.ts';
import { IntegerTable } from './integer-table.ts';
import { signatureOf, type Signature } from './min-hash.ts';

/** What is kept of a row. */
export interface SignedRow {
  readonly row: number;
  /** As `MinHash.digits` says. */
  readonly digits: number;
  readonly signature: Signature;
  readonly answers: Signature;
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

  /** The most alike of the rows that share a band, as `compare` judges; null if none is alike. */
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
