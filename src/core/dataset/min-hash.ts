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
  readonly #all: Minima;
  readonly #answers: Minima;
  #hash = 0;
  #letters = 0;
  /** Letters before those of the answers. */
  #before = NO_ANSWER;
  #digits = 0;
  /** The last letters: what leaves the window is taken out of the hash. */
  readonly #window = new Uint16Array(SHINGLE);

  /**
   * @param bins of the signature of all texts of a row, a power of two
   * @param answerBins of that of its answers alone
   */
  constructor(bins: number, answerBins: number) {
    this.#all = new Minima(bins);
    this.#answers = new Minima(answerBins);
  }

  /** Of the row that was signed last: equal for rows that have the same digits in the same order. */
  get digits(): number {
    return this.#digits;
  }

  /**
   * Writes the signature of all texts together, and that of the answers; gives how many shingles there are in all. Texts of fewer than
   * `LEAST_ESTIMATED` are too short to be alike in part: their signatures are equal if all their letters are, else nothing alike.
   */
  sign({ asked, answered }: SignedTexts, all: Signature, answers: Signature): number {
    this.#all.begin();
    this.#answers.begin();
    this.#window.fill(0);
    this.#hash = this.#letters = this.#digits = 0;
    this.#before = NO_ANSWER;
    for (const text of asked) this.#add(text);
    this.#before = this.#letters;
    for (const text of answered) this.#add(text);
    this.#answers.write(this.#letters - this.#before, answers);
    return this.#all.write(this.#letters, all);
  }

  /** The loop over all letters of a file: everything in locals. */
  #add(text: string): void {
    const all = this.#all;
    const answers = this.#answers;
    const before = this.#before;
    const window = this.#window;
    let [a = 0, b = 0, c = 0, d = 0, e = 0] = window;
    let hash = this.#hash;
    let letters = this.#letters;
    let digits = this.#digits;
    for (let n = 0; n < text.length; n++) {
      const code = text.charCodeAt(n);
      const letter = code < 0x80 ? (ASCII[code] ?? 0) : letterOf(code);
      if (letter === 0) continue;
      if (letter <= LAST_DIGIT) digits = (Math.imul(digits, 31) + letter) | 0;
      hash = (Math.imul(hash, BASE) + letter - Math.imul(a, LEAVING)) | 0;
      a = b;
      b = c;
      c = d;
      d = e;
      e = letter;
      letters += 1;
      const own = letters - before;
      if (letters <= LEAST_WHOLE) all.takeFirst(letter);
      if (own > 0 && own <= LEAST_WHOLE) answers.takeFirst(letter);
      if (letters < SHINGLE) continue;
      const value = mixed(hash);
      all.take(value);
      if (own >= SHINGLE) answers.take(value);
    }
    window.set([a, b, c, d, e]);
    this.#hash = hash;
    this.#letters = letters;
    this.#digits = digits;
  }
}

/** The least hash of each bin. */
class Minima {
  readonly #minima: Uint32Array;
  readonly #mask: number;
  /** Bits of a hash that say its bin. */
  readonly #bits: number;
  #whole = 0;

  constructor(bins: number) {
    this.#minima = new Uint32Array(bins);
    this.#mask = bins - 1;
    this.#bits = Math.log2(bins);
  }

  begin(): void {
    this.#minima.fill(EMPTY);
    this.#whole = 0;
  }

  /** One of the first letters, which tell texts that are too short for shingles. */
  takeFirst(letter: number): void {
    this.#whole = Math.imul(this.#whole ^ letter, BASE);
  }

  take(hash: number): void {
    const bin = hash & this.#mask;
    const rest = hash >>> this.#bits;
    if (rest < (this.#minima[bin] ?? 0)) this.#minima[bin] = rest;
  }

  /** Writes the signature of texts with so many letters; gives how many shingles they have. */
  write(letters: number, into: Signature): number {
    const shingles = Math.max(0, letters - SHINGLE + 1);
    if (shingles < LEAST_ESTIMATED) this.#writeWhole(into);
    else this.#writeMinima(into);
    return shingles;
  }

  #writeWhole(into: Signature): void {
    for (let bin = 0; bin < into.length; bin++) into[bin] = mixed(this.#whole + bin);
  }

  #writeMinima(into: Signature): void {
    const bins = into.length;
    for (let bin = 0; bin < bins; bin++) {
      let from = bin;
      for (let step = 0; step < bins && this.#minima[from] === EMPTY; step++) from = (from + 1) % bins;
      into[bin] = mixed((this.#minima[from] ?? 0) + bin - from);
    }
  }
}

/** More letters than any row has. */
const NO_ANSWER = 0x7fffffff;
const LAST_DIGIT = 0x39;

/** What is signed of a row. */
export interface SignedTexts {
  readonly asked: readonly string[];
  readonly answered: readonly string[];
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
