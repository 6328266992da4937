import { nibbleTables, textMark } from './text-mark.ts';
import { SCAN_LINES } from './scan-lines-code.ts';

/** What assembly/scan-lines.ts exports. */
interface ScanLines {
  readonly memory: WebAssembly.Memory;
  readonly BYTES: WebAssembly.Global;
  readonly MOST_BYTES: WebAssembly.Global;
  readonly LINES: WebAssembly.Global;
  beginAfter(inRun: number): void;
  inRunAtEnd(): number;
  scanLines(length: number): number;
}

/** Integers of a line: the index behind its last byte, and its marks. */
const LINE = 2;

/** The lines of a stretch of bytes, each with the marks (`textMark`) of what it may have some of. */
export class LineScanner {
  #bytes: Uint8Array = new Uint8Array(0);
  /** Lines of the part of the bytes that was looked at last, their ends counted from where it begins. */
  #lines = new Int32Array(LINE * 64);
  #count = 0;
  #next = 0;
  #partStart = 0;
  #partEnd = 0;
  #inRun = 0;
  /** From where to where the line lies, without its line end. */
  from = 0;
  to = 0;
  marks = textMark.any;

  /** Goes to the beginning of other bytes, before their first line. */
  begin(bytes: Uint8Array): void {
    this.#bytes = bytes;
    this.#count = this.#next = this.#partEnd = this.#inRun = 0;
    this.to = -1;
  }

  /** Goes to the next line; false where there is none. Bytes that end with a line end have none behind it. */
  next(): boolean {
    this.from = this.to + 1;
    if (this.from >= this.#bytes.length) return false;
    this.marks = textMark.any;
    for (;;) {
      if (this.#next >= this.#count) this.#scanPart();
      const at = this.#next * LINE;
      this.#next += 1;
      this.to = this.#partStart + (this.#lines[at] ?? 0);
      this.marks |= this.#lines[at + 1] ?? 0;
      // the last one goes on in the next part
      if (this.#next < this.#count || this.#partEnd === this.#bytes.length) return true;
    }
  }

  #scanPart(): void {
    const code = (shared ??= new ScanCode());
    this.#partStart = this.#partEnd;
    this.#partEnd = Math.min(this.#partStart + code.mostBytes, this.#bytes.length);
    this.#inRun = code.scan(this.#bytes, this.#partStart, this.#partEnd, this.#inRun);
    this.#count = code.count;
    this.#next = 0;
    if (this.#lines.length < this.#count * LINE) this.#lines = new Int32Array(this.#count * LINE);
    this.#lines.set(code.lines);
  }
}

/** One for a thread, since nothing stays in it from one call to the next. */
let shared: ScanCode | null = null;

class ScanCode {
  readonly #code: ScanLines;
  readonly #memory: Uint8Array;
  readonly #bytesAt: number;
  readonly #linesAt: number;
  readonly mostBytes: number;
  count = 0;

  constructor() {
    const code = Uint8Array.from(atob(SCAN_LINES), (character: string) => character.charCodeAt(0));
    this.#code = new WebAssembly.Instance(new WebAssembly.Module(code)).exports as ScanLines;
    this.#memory = new Uint8Array(this.#code.memory.buffer);
    this.#bytesAt = this.#code.BYTES.value;
    this.#linesAt = this.#code.LINES.value;
    this.mostBytes = this.#code.MOST_BYTES.value;
    this.#memory.set(nibbleTables());
  }

  /** @param inRun what the call for the bytes before has given back. @returns what the call for the bytes behind is to be given */
  scan(bytes: Uint8Array, from: number, to: number, inRun: number): number {
    this.#memory.set(bytes.subarray(from, to + 1), this.#bytesAt);
    if (to === bytes.length) this.#memory[this.#bytesAt + to - from] = 0;
    this.#code.beginAfter(inRun);
    this.count = this.#code.scanLines(to - from);
    return this.#code.inRunAtEnd();
  }

  get lines(): Int32Array {
    return new Int32Array(this.#memory.buffer, this.#linesAt, this.count * LINE);
  }
}

/** The marks of some bytes as one text, whatever line ends are in it. */
export function marksOfBytes(scanner: LineScanner, bytes: Uint8Array): number {
  let marks = textMark.any;
  scanner.begin(bytes);
  while (scanner.next())
    marks |= scanner.to < bytes.length ? scanner.marks | textMark.lineEnd : scanner.marks;
  return marks;
}
