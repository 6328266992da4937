/** Bins of a signature; one byte each. */
export type Signature = Uint8Array;

/** Characters of a shingle. */
const SHINGLE = 5;
/** Fewer shingles than this estimate nothing. */
const LEAST_ESTIMATED = 20;
/** Letters of a text whose signature is that of the whole. */
const LEAST_WHOLE = LEAST_ESTIMATED + SHINGLE;
const EMPTY = 0xffffffff;
const BASE = 0x01000193;
/** BASE to the power of SHINGLE: what the character that leaves the window was multiplied by. */
const LEAVING = power(BASE, SHINGLE);

function power(base: number, exponent: number): number {
  let result = 1;
  for (let n = 0; n < exponent; n++) result = Math.imul(result, base);
  return result;
}

/**
 * Signatures of texts by which their likeness is told: the share of equal bins estimates how many of their shingles of five letters or
 * digits two texts share (one permutation hashing, Li, Owen and Zhang 2012, empty bins filled from their neighbours; a byte of each
 * minimum is kept). Case, white space and punctuation make no difference.
 */
export class MinHash {
  readonly #minima: Uint32Array;
  /** Bits of a hash that say its bin. */
  readonly #bits: number;
  #hash = 0;
  #letters = 0;
  #whole = 0;
  /** The last letters: what leaves the window is taken out of the hash. */
  readonly #window = new Uint16Array(SHINGLE);

  /** @param bins a power of two */
  constructor(bins: number) {
    this.#minima = new Uint32Array(bins);
    this.#bits = Math.log2(bins);
  }

  /**
   * Writes the signature of the texts together; gives how many shingles they have. Texts of fewer than `LEAST_ESTIMATED` are too
   * short to be alike in part: their signatures are equal if all their letters are, else nothing alike.
   */
  sign(texts: readonly string[], into: Signature): number {
    this.#minima.fill(EMPTY);
    this.#window.fill(0);
    this.#hash = this.#letters = this.#whole = 0;
    for (const text of texts) this.#add(text);
    const shingles = Math.max(0, this.#letters - SHINGLE + 1);
    if (shingles < LEAST_ESTIMATED) fillWith(this.#whole, into);
    else this.#write(into);
    return shingles;
  }

  /** The loop over all letters of a file: everything in locals. */
  #add(text: string): void {
    const minima = this.#minima;
    const bits = this.#bits;
    const mask = minima.length - 1;
    const window = this.#window;
    let [a = 0, b = 0, c = 0, d = 0, e = 0] = window;
    let hash = this.#hash;
    let letters = this.#letters;
    let whole = this.#whole;
    for (let n = 0; n < text.length; n++) {
      const code = text.charCodeAt(n);
      const letter = code < 0x80 ? (ASCII[code] ?? 0) : letterOf(code);
      if (letter === 0) continue;
      hash = (Math.imul(hash, BASE) + letter - Math.imul(a, LEAVING)) | 0;
      a = b;
      b = c;
      c = d;
      d = e;
      e = letter;
      letters += 1;
      if (letters <= LEAST_WHOLE) whole = Math.imul(whole ^ letter, BASE);
      if (letters < SHINGLE) continue;
      const value = mixed(hash);
      const bin = value & mask;
      const rest = value >>> bits;
      if (rest < (minima[bin] ?? 0)) minima[bin] = rest;
    }
    window.set([a, b, c, d, e]);
    this.#hash = hash;
    this.#letters = letters;
    this.#whole = whole;
  }

  #write(into: Signature): void {
    const bins = this.#minima.length;
    for (let bin = 0; bin < bins; bin++) {
      let from = bin;
      for (let step = 0; step < bins && this.#minima[from] === EMPTY; step++) from = (from + 1) % bins;
      into[bin] = mixed((this.#minima[from] ?? 0) + bin - from);
    }
  }
}

function fillWith(hash: number, into: Signature): void {
  for (let bin = 0; bin < into.length; bin++) into[bin] = mixed(hash + bin);
}

/** Letters in lower case and digits; 0 for what makes no difference. */
const ASCII = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code).toLowerCase();
  return /[a-z0-9]/.test(character) ? character.charCodeAt(0) : 0;
});

/** Beyond ASCII all but spaces and the marks of general and CJK punctuation. */
function letterOf(code: number): number {
  const makesNone = code < 0xc0 || (code >= 0x2000 && code <= 0x206f) || (code >= 0x3000 && code <= 0x303f);
  return makesNone ? 0 : code;
}

function mixed(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The share of shingles that two texts have in common, as their signatures tell it: equal bytes by chance are taken off. */
export function likeness(a: Signature, b: Signature): number {
  let equal = 0;
  for (let bin = 0; bin < a.length; bin++) if (a[bin] === b[bin]) equal++;
  return Math.max(0, (equal / a.length - 1 / 256) / (1 - 1 / 256));
}
