import { nibbleTables } from '../marks/text-mark.ts';
import { ROW_CODE } from './assembled-code.ts';

/** What assembly/row-code.ts exports: numbers are addresses and sizes, said in assembly/memory.ts. */
interface Exports extends Record<Place, WebAssembly.Global> {
  readonly memory: WebAssembly.Memory;
  beginAfter(inRun: number): void;
  inRunAtEnd(): number;
  scanLines(length: number): number;
  shapeOf(from: number, to: number): number;
  mayHoldBeginning(from: number, to: number): number;
  beginSignature(bins: number, answerBins: number): void;
  beginAnswers(): void;
  signText(length: number): void;
  endSignature(): number;
  signedDigits(): number;
}

type Place =
  | 'TABLES'
  | 'BYTES'
  | 'MOST_BYTES'
  | 'LINES'
  | 'SCRATCH'
  | 'ROW'
  | 'TEXTS'
  | 'MOST_TEXTS'
  | 'SIGNATURES'
  | 'BEGINNINGS'
  | 'SHAPES'
  | 'MOST_SHAPES';

/** Integers of a line that was scanned: the index of its end, and its marks. */
export const LINE = 2;

/**
 * The code that goes over the bytes of rows with vector instructions, sixteen at a time, and its memory. There is one for a thread: what is
 * written there stays until somebody else writes there, which each call looks to.
 */
export class RowCode {
  readonly #exports: Exports;
  readonly #memory: Uint8Array;
  readonly #bytesAt: number;
  /** The bytes that lie in the memory. */
  #held: Uint8Array | null = null;
  #from = 0;
  #to = 0;
  /** The shapes and the beginnings of words that lie there. */
  #shapes: Uint8Array | null = null;
  #beginnings: Uint8Array | null = null;
  readonly #scratch: Uint8Array;
  readonly #signatures: Int32Array;
  /** Bytes that may lie in the memory at a time. */
  readonly mostBytes: number;
  readonly mostShapes: number;
  /** Texts that a row may have to be recognised. */
  readonly mostTexts: number;
  /** Of the row that was recognised last: the words of its digest, and whether one of its texts begins or ends with white space. */
  readonly row: Int32Array;
  /** Its texts, `TEXT` integers each. */
  readonly texts: Int32Array;

  constructor() {
    const code = Uint8Array.from(atob(ROW_CODE), (character: string) => character.charCodeAt(0));
    this.#exports = new WebAssembly.Instance(new WebAssembly.Module(code)).exports as Exports;
    const { memory, TABLES, BYTES, MOST_BYTES, SCRATCH, ROW, TEXTS, SIGNATURES } = this.#exports;
    const { BEGINNINGS, MOST_SHAPES, MOST_TEXTS } = this.#exports;
    this.#memory = new Uint8Array(memory.buffer);
    this.#bytesAt = BYTES.value;
    this.mostBytes = MOST_BYTES.value;
    this.mostShapes = MOST_SHAPES.value;
    this.mostTexts = MOST_TEXTS.value;
    this.row = new Int32Array(memory.buffer, ROW.value, (TEXTS.value - ROW.value) / 4);
    this.texts = new Int32Array(memory.buffer, TEXTS.value, (SIGNATURES.value - TEXTS.value) / 4);
    this.#scratch = this.#memory.subarray(SCRATCH.value, SCRATCH.value + this.mostBytes);
    this.#signatures = new Int32Array(
      memory.buffer,
      SIGNATURES.value,
      (BEGINNINGS.value - SIGNATURES.value) / 4,
    );
    this.#memory.set(nibbleTables(), TABLES.value);
  }

  /**
   * Looks for the lines among some bytes.
   * @param inRun what the call for the bytes before has given back; 0 for the first ones
   * @returns the lines, `LINE` integers each, their ends counted from `from`; not to be kept. The last one goes to the end
   */
  lines(bytes: Uint8Array, from: number, to: number, inRun: number): { lines: Int32Array; inRun: number } {
    this.#hold(bytes, from, to);
    this.#exports.beginAfter(inRun);
    const count = this.#exports.scanLines(to - from);
    const lines = new Int32Array(this.#memory.buffer, this.#exports.LINES.value, count * LINE);
    return { lines, inRun: this.#exports.inRunAtEnd() };
  }

  /**
   * The number of the shape that a row is written in; -1 if it is in no known shape.
   * @param shapes as `shapeImage` has them; not to be written into once it was given here
   */
  shapeOf(shapes: Uint8Array, bytes: Uint8Array, from: number, to: number): number {
    if (to - from > this.mostBytes) return -1;
    if (this.#shapes !== shapes) {
      this.#memory.set(shapes, this.#exports.SHAPES.value);
      this.#shapes = shapes;
    }
    this.#need(bytes, from, to);
    return this.#exports.shapeOf(from - this.#from, to - this.#from);
  }

  /**
   * Whether a word of a row may begin with one of some beginnings: false only if none does, or could beyond ASCII.
   * @param beginnings a bit for each four letters that a word may begin with; not to be written into once it was given here
   */
  mayHoldBeginning(beginnings: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
    if (to - from > this.mostBytes) return true;
    if (this.#beginnings !== beginnings) {
      this.#memory.set(beginnings, this.#exports.BEGINNINGS.value);
      this.#beginnings = beginnings;
    }
    this.#need(bytes, from, to);
    return this.#exports.mayHoldBeginning(from - this.#from, to - this.#from) !== 0;
  }

  /** Begins the signatures of a row. */
  beginSignature(bins: number, answerBins: number): void {
    this.#exports.beginSignature(bins, answerBins);
  }

  beginAnswers(): void {
    this.#exports.beginAnswers();
  }

  /** Takes a text into the signatures. */
  sign(text: string): void {
    for (let from = 0; from < text.length;) {
      const { read, written } = encoder.encodeInto(from === 0 ? text : text.slice(from), this.#scratch);
      this.#exports.signText(written);
      from += read;
    }
  }

  /** Writes the signatures. @returns the shingles of all texts */
  endSignature(all: Int32Array, answers: Int32Array): number {
    const shingles = this.#exports.endSignature();
    for (let n = 0; n < all.length; n++) all[n] = this.#signatures[n] ?? 0;
    for (let n = 0; n < answers.length; n++) answers[n] = this.#signatures[all.length + n] ?? 0;
    return shingles;
  }

  /** Of the row whose signatures were begun last: a digest of its digits. */
  get signedDigits(): number {
    return this.#exports.signedDigits();
  }

  /** Lets go of the bytes, which may be part of a whole file. */
  release(): void {
    this.#held = null;
  }

  #need(bytes: Uint8Array, from: number, to: number): void {
    if (this.#held !== bytes || from < this.#from || to > this.#to) this.#hold(bytes, from, to);
  }

  #hold(bytes: Uint8Array, from: number, to: number): void {
    this.#memory.set(bytes.subarray(from, to + 1), this.#bytesAt);
    if (to === bytes.length) this.#memory[this.#bytesAt + to - from] = 0;
    this.#held = bytes;
    this.#from = from;
    this.#to = to;
  }
}

/** Integers of a text: from where to where the row's text has it, whether with escapes, and the digest that is kept of it. */
export const TEXT = { from: 0, to: 1, isEscaped: 2, digest: 4, width: 8 } as const;

const encoder = new TextEncoder();

let shared: RowCode | null = null;

/** The code of this thread. */
export function rowCode(): RowCode {
  return (shared ??= new RowCode());
}
