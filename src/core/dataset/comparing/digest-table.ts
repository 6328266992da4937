import { DIGEST_WORDS, type Digest } from './digest.ts';
import { IntegerTable } from './integer-table.ts';

/** Words of an entry: the digest and the row that had it first. */
const ENTRY = DIGEST_WORDS + 1;
/** Words of a slot: the first word of a digest and the number of its entry, from 1; 0 marks a free slot. */
const SLOT = 2;

/**
 * Digest → the first row that had it. Open addressing in a power of two of small slots, which stay in the cache where whole
 * entries would not; the entries lie one after another. At most 52 bytes a row, so that millions of rows fit.
 */
export class DigestTable {
  #slots = new Int32Array(1024 * SLOT);
  readonly #entries = new IntegerTable(ENTRY);
  readonly #entry = new Int32Array(ENTRY);

  /**
   * The row that had this digest first; null if this one is, which is then remembered as the first. Rows are at least 1.
   * @param from index of the first word of the digest
   */
  firstOf(digest: Digest, row: number, from = 0): number | null {
    if (this.#entries.count * 2 * SLOT >= this.#slots.length) this.#grow();
    const at = this.#slotOf(digest, from);
    const known = this.#rowIn(at);
    if (known !== null) return known;
    this.#slots[at] = digest[from] ?? 0;
    this.#slots[at + 1] = this.#add(digest, row, from) + 1;
    return null;
  }

  /**
   * Touches the slots of many digests one after another: the processor fetches them from memory in parallel, and
   * they are in the cache when each is looked up.
   * @param first number of the first one
   * @param step integers from the first word of one to that of the next
   */
  fetch(digests: Int32Array, first: number, count: number, step: number): number {
    const slots = this.#slots;
    let all = 0;
    for (let n = first; n < first + count; n++) all |= slots[homeOf(digests[n * step] ?? 0, slots)] ?? 0;
    return all;
  }

  /** The row that had this digest first, or null. */
  find(digest: Digest): number | null {
    return this.#rowIn(this.#slotOf(digest));
  }

  /** The slot that holds a digest, or the free one in which it would be put. */
  #slotOf(digest: Digest, from = 0): number {
    const slots = this.#slots;
    const first = digest[from] ?? 0;
    let at = homeOf(first, slots);
    for (let entry = slots[at + 1] ?? 0; entry !== 0; entry = slots[at + 1] ?? 0) {
      if (slots[at] === first && this.#isSame(entry - 1, digest, from)) return at;
      at = next(at, slots);
    }
    return at;
  }

  #rowIn(slot: number): number | null {
    const entry = this.#slots[slot + 1] ?? 0;
    return entry === 0 ? null : this.#entries.get(entry - 1, DIGEST_WORDS);
  }

  #add(digest: Digest, row: number, from: number): number {
    for (let n = 0; n < DIGEST_WORDS; n++) this.#entry[n] = digest[from + n] ?? 0;
    this.#entry[DIGEST_WORDS] = row;
    return this.#entries.append(this.#entry);
  }

  #isSame(entry: number, digest: Digest, from: number): boolean {
    for (let n = 0; n < DIGEST_WORDS; n++) if (this.#entries.get(entry, n) !== digest[from + n]) return false;
    return true;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(old.length * 2);
    for (let from = 0; from < old.length; from += SLOT * MOST_FETCHED) {
      const count = Math.min(MOST_FETCHED, (old.length - from) / SLOT);
      this.fetch(old, from / SLOT, count, SLOT);
      for (let n = from; n < from + count * SLOT; n += SLOT) this.#move(old[n] ?? 0, old[n + 1] ?? 0);
    }
  }

  /** Puts a slot of a smaller table into its place. */
  #move(first: number, entry: number): void {
    if (entry === 0) return;
    const slots = this.#slots;
    let at = homeOf(first, slots);
    while (slots[at + 1] !== 0) at = next(at, slots);
    slots[at] = first;
    slots[at + 1] = entry;
  }
}

/** Slots that are fetched together. */
const MOST_FETCHED = 1024;

/** Where the search for a digest begins. */
function homeOf(first: number, slots: Int32Array): number {
  return (first & (slots.length / SLOT - 1)) * SLOT;
}

function next(at: number, slots: Int32Array): number {
  return (at + SLOT) & (slots.length - 1);
}
