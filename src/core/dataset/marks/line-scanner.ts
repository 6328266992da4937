import { LINE, rowCode } from '../row-code/row-code.ts';
import { textMark } from './text-mark.ts';

/** The lines of a stretch of bytes, each with the marks (`textMark`) of what it may have some of. */
export class LineScanner {
  readonly #code = rowCode();
  #bytes: Uint8Array = new Uint8Array(0);
  /** Lines of the part of the bytes that was scanned last, their ends counted from its beginning. */
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

  /** Goes to the next line; false if there is no other. After a line end at the very end no line follows. */
  next(): boolean {
    this.from = this.to + 1;
    if (this.from >= this.#bytes.length) {
      this.#code.release();
      return false;
    }
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
    this.#partStart = this.#partEnd;
    this.#partEnd = Math.min(this.#partStart + this.#code.mostBytes, this.#bytes.length);
    const { lines, inRun } = this.#code.lines(this.#bytes, this.#partStart, this.#partEnd, this.#inRun);
    if (this.#lines.length < lines.length) this.#lines = new Int32Array(lines.length);
    this.#lines.set(lines);
    this.#inRun = inRun;
    this.#count = lines.length / LINE;
    this.#next = 0;
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
