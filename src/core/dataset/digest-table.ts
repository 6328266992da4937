/** A 128-bit digest as four 32-bit words. */
export type Digest = Int32Array;

/** Words of an entry: the digest and the row that had it first. */
const ENTRY = 5;
/** Words of a slot: the first word of a digest and the number of its entry, from 1; 0 marks a free slot. */
const SLOT = 2;

/**
 * Digest → the first row that had it. Open addressing in a power of two of small slots, which stay in the cache where whole
 * entries would not; the entries lie one after another. At most 52 bytes a row, so that millions of rows fit.
 */
export class DigestTable {
  #slots = new Int32Array(1024 * SLOT);
  #entries = new Int32Array(512 * ENTRY);
  #used = 0;

  /** The row that had this digest first, or null; then this row becomes the first. Rows are at least 1. */
  firstOf(digest: Digest, row: number): number | null {
    if (this.#used * 2 * SLOT >= this.#slots.length) this.#grow();
    const slots = this.#slots;
    const first = digest[0] ?? 0;
    let at = homeOf(first, slots);
    for (let entry = slots[at + 1] ?? 0; entry !== 0; entry = slots[at + 1] ?? 0) {
      const from = (entry - 1) * ENTRY;
      if (slots[at] === first && isSame(this.#entries, from, digest)) return this.#entries[from + 4] ?? 0;
      at = next(at, slots);
    }
    this.#add(digest, row);
    slots[at] = first;
    slots[at + 1] = this.#used;
    return null;
  }

  /** The row that had this digest first, or null. */
  find(digest: Digest): number | null {
    const slots = this.#slots;
    const first = digest[0] ?? 0;
    let at = homeOf(first, slots);
    for (let entry = slots[at + 1] ?? 0; entry !== 0; entry = slots[at + 1] ?? 0) {
      const from = (entry - 1) * ENTRY;
      if (slots[at] === first && isSame(this.#entries, from, digest)) return this.#entries[from + 4] ?? 0;
      at = next(at, slots);
    }
    return null;
  }

  #add(digest: Digest, row: number): void {
    const from = this.#used * ENTRY;
    for (let n = 0; n < 4; n++) this.#entries[from + n] = digest[n] ?? 0;
    this.#entries[from + 4] = row;
    this.#used += 1;
  }

  #grow(): void {
    const old = this.#slots;
    const slots = new Int32Array(old.length * 2);
    for (let from = 0; from < old.length; from += SLOT) {
      const entry = old[from + 1] ?? 0;
      if (entry === 0) continue;
      const first = old[from] ?? 0;
      let at = homeOf(first, slots);
      while (slots[at + 1] !== 0) at = next(at, slots);
      slots[at] = first;
      slots[at + 1] = entry;
    }
    this.#slots = slots;
    const entries = new Int32Array(this.#entries.length * 2);
    entries.set(this.#entries);
    this.#entries = entries;
  }
}

/** Where the search for a digest begins. */
function homeOf(first: number, slots: Int32Array): number {
  return (first & (slots.length / SLOT - 1)) * SLOT;
}

function next(at: number, slots: Int32Array): number {
  return (at + SLOT) & (slots.length - 1);
}

function isSame(entries: Int32Array, from: number, digest: Digest): boolean {
  for (let n = 0; n < 4; n++) if (entries[from + n] !== digest[n]) return false;
  return true;
}
