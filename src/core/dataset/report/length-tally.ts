import { BinnedTally } from './binned-tally.ts';
import { FIRST_ROWS } from '../comparing/group-tally.ts';
import type { Spread } from './dataset-report.ts';

/** 0, 1, 10, 20, 50, 100, 200, 500, … */
const EDGES = [0, 1, ...[1, 2, 3, 4, 5, 6].flatMap((n) => [1, 2, 5].map((step) => step * 10 ** n))];

/** Lengths below are counted one by one, those above in 64 steps an octave, which are 1.1 % wide. */
const EXACT = 512;
const STEPS = 64;
const OCTAVES = 22;

/** How lengths are spread. What is kept does not grow with the file. */
export class LengthTally {
  readonly #bins: BinnedTally;
  readonly #fine = new Float64Array(EXACT + STEPS * OCTAVES);
  #count = 0;
  #shortest = Infinity;
  #longest = 0;

  constructor(most = FIRST_ROWS) {
    this.#bins = new BinnedTally(EDGES, most);
  }

  add(length: number, row: number): void {
    this.#count += 1;
    this.#shortest = Math.min(this.#shortest, length);
    this.#longest = Math.max(this.#longest, length);
    this.#bins.add(length, row);
    const slot = Math.min(slotOf(length), this.#fine.length - 1);
    this.#fine[slot] = (this.#fine[slot] ?? 0) + 1;
  }

  /** Null if nothing was counted. */
  spread(): Spread | null {
    if (this.#count === 0) return null;
    return {
      count: this.#count,
      shortest: this.#shortest,
      longest: this.#longest,
      p50: this.#percentile(0.5),
      p90: this.#percentile(0.9),
      p99: this.#percentile(0.99),
      bins: this.#bins.bins(),
    };
  }

  /** The least length that this share of the texts does not exceed. */
  #percentile(share: number): number {
    const wanted = Math.ceil(share * this.#count);
    let seen = 0;
    for (let slot = 0; slot < this.#fine.length; slot++) {
      seen += this.#fine[slot] ?? 0;
      if (seen >= wanted) return Math.min(this.#longest, Math.max(this.#shortest, lengthOf(slot)));
    }
    return this.#longest;
  }
}

function slotOf(length: number): number {
  return length < EXACT ? length : EXACT + Math.floor(STEPS * Math.log2(length / EXACT));
}

/** The middle of the lengths of a slot. */
function lengthOf(slot: number): number {
  return slot < EXACT ? slot : Math.round(EXACT * 2 ** ((slot - EXACT + 0.5) / STEPS));
}
