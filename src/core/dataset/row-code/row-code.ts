import { nibbleTables } from '../marks/text-mark.ts';
import { ROW_CODE } from './assembled-code.ts';

/** What assembly/row-code.ts exports: numbers are addresses and sizes, said in assembly/memory.ts. */
interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly TABLES: WebAssembly.Global;
  readonly BYTES: WebAssembly.Global;
  readonly MOST_BYTES: WebAssembly.Global;
  readonly LINES: WebAssembly.Global;
  readonly ROW: WebAssembly.Global;
  readonly TEXTS: WebAssembly.Global;
  readonly SHAPES: WebAssembly.Global;
  readonly MOST_SHAPES: WebAssembly.Global;
  beginAfter(inRun: number): void;
  inRunAtEnd(): number;
  scanLines(length: number): number;
  shapeOf(from: number, to: number): number;
}

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
  #shapes: Uint8Array | null = null;
  /** Bytes that may lie in the memory at a time. */
  readonly mostBytes: number;
  readonly mostShapes: number;
  /** Of the row that was recognised last: the words of its digest, and whether a text has white space at an end. */
  readonly row: Int32Array;
  /** Its texts, `TEXT` integers each. */
  readonly texts: Int32Array;

  constructor() {
    const code = Uint8Array.from(atob(ROW_CODE), (character: string) => character.charCodeAt(0));
    this.#exports = new WebAssembly.Instance(new WebAssembly.Module(code)).exports as Exports;
    const { memory, TABLES, BYTES, MOST_BYTES, ROW, TEXTS, SHAPES, MOST_SHAPES } = this.#exports;
    this.#memory = new Uint8Array(memory.buffer);
    this.#bytesAt = BYTES.value;
    this.mostBytes = MOST_BYTES.value;
    this.mostShapes = MOST_SHAPES.value;
    this.row = new Int32Array(memory.buffer, ROW.value, (TEXTS.value - ROW.value) / 4);
    this.texts = new Int32Array(memory.buffer, TEXTS.value, (SHAPES.value - TEXTS.value) / 4);
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
   * The number of the shape that a row is written in; -1 if it is in none.
   * @param shapes as `shapeImage` has them; not to be written into once it was given here
   */
  shapeOf(shapes: Uint8Array, bytes: Uint8Array, from: number, to: number): number {
    if (to - from > this.mostBytes) return -1;
    if (this.#shapes !== shapes) {
      this.#memory.set(shapes, this.#exports.SHAPES.value);
      this.#shapes = shapes;
    }
    if (this.#held !== bytes || from < this.#from || to > this.#to) this.#hold(bytes, from, to);
    return this.#exports.shapeOf(from - this.#from, to - this.#from);
  }

  /** Lets go of the bytes, which may be part of a whole file. */
  release(): void {
    this.#held = null;
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

let shared: RowCode | null = null;

/** The code of this thread. */
export function rowCode(): RowCode {
  return (shared ??= new RowCode());
}
