/** Bytes that all lanes take in together. */
const BLOCK = 16;

/**
 * A digest of texts and of what stands around them, in four lanes of 32 bits. Each takes in a word and its left neighbour, so that a
 * difference reaches all four at once (the shape and constants are those of MurmurHash3 x86_128, with one multiplication a word). A text
 * is taken in as UTF-8, to be the same from a string as from the bytes of a file (assembly/text-digest.ts). It protects against
 * chance, not against an adversary.
 */
export class TextDigest {
  #a = 0;
  #b = 0;
  #c = 0;
  #d = 0;

  begin(): void {
    this.#a = this.#b = this.#c = this.#d = 0;
  }

  /** Goes on from where a digest stood that was kept at an index. */
  resume(kept: Int32Array, at: number): void {
    this.#a = kept[at] ?? 0;
    this.#b = kept[at + 1] ?? 0;
    this.#c = kept[at + 2] ?? 0;
    this.#d = kept[at + 3] ?? 0;
  }

  keep(into: Int32Array, at: number): void {
    into[at] = this.#a;
    into[at + 1] = this.#b;
    into[at + 2] = this.#c;
    into[at + 3] = this.#d;
  }

  /** Takes in a digest that was kept at an index. */
  mixKept(kept: Int32Array, at: number): void {
    this.mix(kept[at] ?? 0, kept[at + 1] ?? 0, kept[at + 2] ?? 0, kept[at + 3] ?? 0);
  }

  /** Adds the digest of what was taken in to a sum of such, in which their order is lost. */
  addTo(sum: Int32Array): void {
    const b = finish(this.#b);
    const c = finish(this.#c);
    const d = finish(this.#d);
    const all = (finish(this.#a) + b + c + d) | 0;
    sum[0] = ((sum[0] ?? 0) + all) | 0;
    sum[1] = ((sum[1] ?? 0) + b + all) | 0;
    sum[2] = ((sum[2] ?? 0) + c + all) | 0;
    sum[3] = ((sum[3] ?? 0) + d + all) | 0;
  }

  /** Takes in four words. */
  mix(k1: number, k2: number, k3: number, k4: number): void {
    const a = lane(this.#a, k1, A, this.#d);
    const b = lane(this.#b, k2, B, a);
    const c = lane(this.#c, k3, C, b);
    this.#a = a;
    this.#b = b;
    this.#c = c;
    this.#d = lane(this.#d, k4, D, c);
  }

  /** Takes in a whole text. */
  text(text: string): void {
    let a = this.#a;
    let b = this.#b;
    let c = this.#c;
    let d = this.#d;
    const whole = text.length - (BLOCK - 1);
    let at = 0;
    for (; at < whole; at += BLOCK) {
      const k1 = word(text, at);
      const k2 = word(text, at + 4);
      const k3 = word(text, at + 8);
      const k4 = word(text, at + 12);
      if ((k1 | k2 | k3 | k4) < 0) break;
      a = lane(a, k1, A, d);
      b = lane(b, k2, B, a);
      c = lane(c, k3, C, b);
      d = lane(d, k4, D, c);
    }
    this.#a = a;
    this.#b = b;
    this.#c = c;
    this.#d = d;
    if (at < whole || !this.#lastAscii(text, at)) this.#rest(text, at);
  }

  /** The end of a text, less than a block; false where it is not ASCII. */
  #lastAscii(text: string, at: number): boolean {
    const k1 = lastWord(text, at);
    const k2 = lastWord(text, at + 4);
    const k3 = lastWord(text, at + 8);
    const k4 = lastWord(text, at + 12);
    if ((k1 | k2 | k3 | k4) < 0) return false;
    if (at < text.length) this.mix(k1, k2, k3, k4);
    this.#mixLength(text.length);
    return true;
  }

  /** The end of a text, which is ASCII before it. */
  #rest(text: string, at: number): void {
    const rest = at === 0 ? text : text.slice(at);
    if (!rest.isWellFormed()) this.#units(rest);
    else if (rest.length * MOST_BYTES > SCRATCH) this.#allBytes(encoder.encode(rest), at);
    else this.bytes(scratchView, 0, encoder.encodeInto(rest, scratch).written, at);
  }

  #allBytes(bytes: Uint8Array, before: number): void {
    this.bytes(new DataView(bytes.buffer, bytes.byteOffset), 0, bytes.length, before);
  }

  /**
   * Takes in the end of a text as bytes.
   * @param before bytes of the text that were taken in: whole blocks
   */
  bytes(view: DataView, from: number, to: number, before: number): void {
    let at = from;
    for (; at + BLOCK <= to; at += BLOCK)
      this.mix(
        view.getInt32(at, true),
        view.getInt32(at + 4, true),
        view.getInt32(at + 8, true),
        view.getInt32(at + 12, true),
      );
    if (at < to)
      this.mix(
        wordOf(view, at, to),
        wordOf(view, at + 4, to),
        wordOf(view, at + 8, to),
        wordOf(view, at + 12, to),
      );
    this.#mixLength(before + to - from);
  }

  /** Zeros do not change a digest that has just begun: without a word of their own, texts of NULs would be taken for numbers and tags. */
  #mixLength(length: number): void {
    const isNuls = length > 0 && (this.#a | this.#b | this.#c | this.#d) === 0;
    this.mix(length, 0, 0, isNuls ? NULS : 0);
  }

  /** What no UTF-8 can say: half a surrogate pair. */
  #units(text: string): void {
    this.mix(-1, 0, 0, 0);
    for (let at = 0; at < text.length; at++) this.mix(text.charCodeAt(at), 0, 0, 0);
    this.mix(text.length, 0, 0, 0);
  }
}

/** Bytes of a text that is written into a place of its own; of a longer one a copy is made. */
const SCRATCH = 1 << 16;
const encoder = new TextEncoder();
/** One for all, since nothing stays in it. */
const scratch = new Uint8Array(SCRATCH);
const scratchView = new DataView(scratch.buffer);
/** Bytes of a UTF-16 unit. */
const MOST_BYTES = 3;

/** Stands where a tag of a value (`TAG` of value-digest.ts) has nothing. */
const NULS = 1;

/** What each lane multiplies by. */
const A = 0x239b961b;
const B = 0xab0e9789;
const C = 0x38b34ae5;
const D = 0xa1e38b93;

function lane(h: number, k: number, by: number, neighbour: number): number {
  const m = Math.imul(h ^ k, by);
  return (((m << 15) | (m >>> 17)) + neighbour) | 0;
}

function finish(word: number): number {
  let h = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** Four characters of ASCII as one word; negative if one of them is not ASCII. */
function word(text: string, at: number): number {
  const c1 = text.charCodeAt(at);
  const c2 = text.charCodeAt(at + 1);
  const c3 = text.charCodeAt(at + 2);
  const c4 = text.charCodeAt(at + 3);
  return (c1 | c2 | c3 | c4) > 0x7f ? -1 : c1 | (c2 << 8) | (c3 << 16) | (c4 << 24);
}

/** The same for fewer: zeros beyond the end of the text. */
function lastWord(text: string, at: number): number {
  let found = 0;
  for (let n = 0; n < 4 && at + n < text.length; n++) {
    const code = text.charCodeAt(at + n);
    if (code > 0x7f) return -1;
    found |= code << (8 * n);
  }
  return found;
}

/** Four bytes as one word; zeros from an index on. */
function wordOf(view: DataView, at: number, to: number): number {
  if (at + 4 <= to) return view.getInt32(at, true);
  let found = 0;
  for (let n = 0; at + n < to; n++) found |= view.getUint8(at + n) << (8 * n);
  return found;
}
