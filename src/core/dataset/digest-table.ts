/** A 128-bit digest as four 32-bit words. */
export type Digest = Int32Array;

const WORDS = 5;

/** Digest → the first row that had it. Open addressing in one typed array: 20 bytes a slot, so that millions of rows fit. */
export class DigestTable {
  #slots = new Int32Array(1024 * WORDS);
  #used = 0;

  /** The row that had this digest first, or null; then this row becomes the first. Rows are at least 1. */
  firstOf(digest: Digest, row: number): number | null {
    if (this.#used * 2 * WORDS >= this.#slots.length) this.#grow();
    const slot = slotOf(this.#slots, digest, 0);
    const known = this.#slots[slot + 4] ?? 0;
    if (known !== 0) return known;
    this.#slots.set(digest, slot);
    this.#slots[slot + 4] = row;
    this.#used += 1;
    return null;
  }

  #grow(): void {
    const old = this.#slots;
    const slots = new Int32Array(old.length * 2);
    for (let at = 0; at < old.length; at += WORDS) {
      if (old[at + 4] !== 0) slots.set(old.subarray(at, at + WORDS), slotOf(slots, old, at));
    }
    this.#slots = slots;
  }
}

/** Where a digest lies or belongs. */
function slotOf(slots: Int32Array, digest: Int32Array, at: number): number {
  const count = slots.length / WORDS;
  let slot = ((digest[at] ?? 0) >>> 0) % count;
  for (;;) {
    const start = slot * WORDS;
    if (slots[start + 4] === 0 || isSame(slots, start, digest, at)) return start;
    slot = slot + 1 === count ? 0 : slot + 1;
  }
}

function isSame(slots: Int32Array, start: number, digest: Int32Array, at: number): boolean {
  for (let n = 0; n < 4; n++) if (slots[start + n] !== digest[at + n]) return false;
  return true;
}
