import { joinBytes } from './join-bytes.ts';
import { LONGEST_TEXT } from '../json/longest-text.ts';
import { LineScanner } from '../marks/line-scanner.ts';
import { ALL_MARKS } from '../marks/text-mark.ts';
import type { RawRow } from './raw-row.ts';

const LF = 0x0a;

/** Cuts chunks of bytes into lines; a line ends at `\n`. Whole blocks are decoded at once, for speed. */
export class LineReader {
  readonly #onLine: (raw: RawRow) => void;
  readonly #longest: number;
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  readonly #scanner = new LineScanner();
  #rest: Uint8Array[] = [];
  #offset: number;
  #line: number;

  /**
   * @param offset file offset of the first byte that will be pushed.
   * @param longest bytes of a line with its end that has a text (`isUnread`)
   * @param before lines that stand before that byte
   */
  constructor(offset: number, onLine: (raw: RawRow) => void, longest = LONGEST_TEXT, before = 0) {
    this.#offset = offset;
    this.#onLine = onLine;
    this.#longest = longest;
    this.#line = before;
  }

  /** The number of the last line. */
  get line(): number {
    return this.#line;
  }

  /** The chunk is kept: the caller must not write into it again. */
  push(chunk: Uint8Array): void {
    const last = chunk.lastIndexOf(LF);
    if (last < 0) {
      this.#rest.push(chunk);
      return;
    }
    const from = this.#endOfRest(chunk);
    if (from <= last) this.#block(chunk.subarray(from, last + 1));
    this.#rest = last + 1 < chunk.length ? [chunk.subarray(last + 1)] : [];
  }

  /** Reads the line that earlier chunks have begun, on its own, so that the rest of the chunk need not be copied. */
  #endOfRest(chunk: Uint8Array): number {
    if (this.#rest.length === 0) return 0;
    const from = chunk.indexOf(LF) + 1;
    this.#block(joinBytes([...this.#rest, chunk.subarray(0, from)]));
    return from;
  }

  /** The last line, if no `\n` ended it. */
  end(): void {
    const rest = joinBytes(this.#rest);
    this.#rest = [];
    if (rest.length > 0) this.#block(rest);
  }

  #block(block: Uint8Array): void {
    if (block.length <= this.#longest) this.#lines(block);
    else this.#parts(block);
  }

  /** Reads a block that is longer than a text may be in pieces of whole lines. */
  #parts(block: Uint8Array): void {
    for (let from = 0; from < block.length;) {
      const last = block.subarray(from, from + this.#longest).lastIndexOf(LF);
      const to = last < 0 ? endOf(block.indexOf(LF, from), block.length - 1) + 1 : from + last + 1;
      const part = block.subarray(from, to);
      if (last < 0 && to - from > this.#longest) this.#unread(part);
      else this.#lines(part);
      from = to;
    }
  }

  /** A line that is longer than a text may be. */
  #unread(line: Uint8Array): void {
    this.#line += 1;
    const to = line.at(-1) === LF ? line.length - 1 : line.length;
    this.#onLine({
      number: this.#line,
      text: '',
      block: line,
      from: 0,
      to,
      offset: this.#offset,
      line: this.#line,
      column: 1,
      depth: 0,
      hasReplacements: false,
      marks: ALL_MARKS,
    });
    this.#offset += line.length;
  }

  #lines(block: Uint8Array): void {
    const text = this.#decoder.decode(block);
    const hasSome = text.includes('\ufffd');
    const isAscii = text.length === block.length;
    const lines = this.#scanner;
    let at = 0;
    lines.begin(block);
    while (lines.next()) {
      const { from, to, marks } = lines;
      const end = isAscii ? to : endOf(text.indexOf('\n', at), text.length);
      const line = text.slice(at, end);
      this.#line += 1;
      this.#onLine({
        number: this.#line,
        text: line,
        block,
        from,
        to,
        offset: this.#offset + from,
        line: this.#line,
        column: 1,
        depth: 0,
        hasReplacements: hasSome && line.includes('\ufffd'),
        marks,
      });
      at = end + 1;
    }
    this.#offset += block.length;
  }
}

function endOf(found: number, length: number): number {
  return found < 0 ? length : found;
}
