/** Bins of a signature; one byte each. */
export type Signature = Uint8Array;

/** Characters of a shingle. */
const SHINGLE = 5;
/** Fewer shingles than this estimate nothing. */
const LEAST_ESTIMATED = 20;
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
  readonly #window = new Uint16Array(SHINGLE);

  constructor(bins: number) {
    this.#minima = new Uint32Array(bins);
  }

  /**
   * Writes the signature of the texts together; gives how many shingles they have. Texts of fewer than `LEAST_ESTIMATED` are too
   * short to be alike in part: their signatures are equal if all their letters are, else nothing alike.
   */
  sign(texts: readonly string[], into: Signature): number {
    this.#minima.fill(EMPTY);
    let hash = 0;
    let letters = 0;
    let whole = 0;
    for (const text of texts) {
      for (let n = 0; n < text.length; n++) {
        const letter = letterOf(text.charCodeAt(n));
        if (letter === 0) continue;
        const at = letters % SHINGLE;
        hash = (Math.imul(hash, BASE) + letter - Math.imul(this.#window[at] ?? 0, LEAVING)) | 0;
        this.#window[at] = letter;
        whole = Math.imul(whole ^ letter, BASE);
        letters += 1;
        if (letters >= SHINGLE) this.#take(mixed(hash));
      }
    }
    this.#window.fill(0);
    const shingles = Math.max(0, letters - SHINGLE + 1);
    if (shingles < LEAST_ESTIMATED) fillWith(whole, into);
    else this.#write(into);
    return shingles;
  }

  #take(hash: number): void {
    const bins = this.#minima.length;
    const bin = hash % bins;
    const rest = Math.floor(hash / bins);
    if (rest < (this.#minima[bin] ?? 0)) this.#minima[bin] = rest;
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

/** 0 for all that makes no difference. */
function letterOf(code: number): number {
  if (code >= 0x61 && code <= 0x7a) return code;
  if (code >= 0x30 && code <= 0x39) return code;
  if (code >= 0x41 && code <= 0x5a) return code | 0x20;
  if (code < 0xc0 || (code >= 0x2000 && code <= 0x206f) || (code >= 0x3000 && code <= 0x303f)) return 0;
  return code;
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
