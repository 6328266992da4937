import { hasStop, HIGH, type TextDigest } from '../text-digest.ts';
import { mayBeJsonIn } from './json-bytes.ts';
import { ESCAPES, escapedCode, UNICODE_ESCAPE, writeCode } from './json-escape.ts';
import { afterSpace, beforeSpace, hasOddEdge } from './text-edges.ts';

/**
 * Reads the texts of JSON strings straight from the bytes of a file. It takes those that are written as nearly all are; others are left to
 * the parser, and to the rules that have something to say about them: blank ones, control characters, escapes of such and of ASCII, halves
 * of surrogate pairs, and what could be read as a JSON value by itself.
 */
export class QuotedText {
  readonly #scratch = new Uint8Array(SCRATCH);
  readonly #scratchView = new DataView(this.#scratch.buffer);
  #written = 0;
  /** Index of the closing quote of the text that was read last. */
  end = 0;
  /** UTF-16 units of that text as it is written. */
  units = 0;
  isAscii = true;
  isEscaped = false;
  hasEdgeWhiteSpace = false;
  /** A character that is not ASCII is written as an escape. */
  hasUnicodeEscape = false;

  /**
   * Reads the text that begins behind a quote and has it digested. False where it is to be left to the parser.
   * @param view of `bytes`, which are UTF-8
   */
  read(bytes: Uint8Array, view: DataView, from: number, to: number, digest: TextDigest): boolean {
    const plain = digest.plainBlocks(view, from, to);
    if (!this.#readRest(bytes, view, plain, to)) return false;
    const first = afterSpace(bytes, from, this.end);
    const last = beforeSpace(bytes, first, this.end);
    if (
      first === last ||
      hasOddEdge(bytes, first, last, this.hasUnicodeEscape) ||
      mayBeJsonIn(bytes, first, last)
    )
      return false;
    this.hasEdgeWhiteSpace = first > from || last < this.end;
    digest.bytes(this.#scratchView, 0, this.#written, plain - from);
    this.isAscii &&= digest.tookAscii;
    this.units = this.end - from;
    if (!this.isAscii) this.units -= this.#fewer(view, from);
    return true;
  }

  /** Writes what follows the plain blocks, up to the closing quote, without escapes. False where it is to be left to the parser. */
  #readRest(bytes: Uint8Array, view: DataView, from: number, to: number): boolean {
    this.#begin();
    const limit = Math.min(to, from + SCRATCH);
    let at = from;
    for (;;) {
      at = this.#copyWords(view, at, limit - WORD);
      const code = at < limit ? (bytes[at] ?? 0) : 0;
      if (code === QUOTE) break;
      if (code < SPACE) return false;
      if (code === BACKSLASH) {
        const length = this.#unescape(bytes, at, to);
        if (length === 0) return false;
        at += length;
      } else {
        this.#write(code);
        at += 1;
      }
    }
    this.end = at;
    return true;
  }

  #begin(): void {
    this.#written = 0;
    this.isAscii = true;
    this.isEscaped = this.hasUnicodeEscape = false;
  }

  /** @returns the index of the first word in which something may stop the text, or that begins behind `last` */
  #copyWords(view: DataView, from: number, last: number): number {
    let written = this.#written;
    let all = 0;
    let at = from;
    for (; at <= last; at += WORD) {
      const word = view.getInt32(at, true);
      if ((hasStop(word) & HIGH) !== 0) break;
      this.#scratchView.setInt32(written, word, true);
      written += WORD;
      all |= word;
    }
    this.#written = written;
    if ((all & HIGH) !== 0) this.isAscii = false;
    return at;
  }

  #write(byte: number): void {
    this.#scratch[this.#written] = byte;
    this.#written += 1;
    if (byte >= 0x80) this.isAscii = false;
  }

  /** Writes what an escape stands for. @returns its length, 0 where it is to be left to the parser */
  #unescape(bytes: Uint8Array, at: number, to: number): number {
    this.isEscaped = true;
    const meant = ESCAPES[bytes[at + 1] ?? 0] ?? 0;
    if (meant !== 0) {
      this.#scratch[this.#written++] = meant;
      return 2;
    }
    const code = escapedCode(bytes, at, to);
    if (code < 0) return 0;
    this.hasUnicodeEscape = true;
    this.#written = writeCode(this.#scratch, this.#written, code);
    return code > 0xffff ? 2 * UNICODE_ESCAPE : UNICODE_ESCAPE;
  }

  /** By how much its bytes outnumber its UTF-16 units. */
  #fewer(view: DataView, from: number): number {
    let fewer = 0;
    let at = from;
    for (; at + WORD <= this.end; at += WORD) {
      const word = view.getInt32(at, true);
      if ((word & HIGH) !== 0) fewer += fewerIn(word);
    }
    for (; at < this.end; at++) fewer += fewerIn(view.getUint8(at));
    return fewer;
  }
}

/** By how much the bytes of a word outnumber the UTF-16 units that begin in it: bit by bit, since Korean has three a letter. */
function fewerIn(word: number): number {
  const high = (word >>> 7) & LOWEST;
  const second = (word >>> 6) & LOWEST;
  const fourBytes = high & second & (word >>> 5) & (word >>> 4);
  return countOf(high & ~second) - countOf(fourBytes);
}

/** The lowest bit of each byte. */
const LOWEST = 0x01010101;

/** How many of the lowest bits are set. */
function countOf(bits: number): number {
  return Math.imul(bits, LOWEST) >>> 24;
}

const WORD = 4;
/** A text with escapes of more bytes is left to the parser. */
const SCRATCH = 1 << 16;
const [SPACE, QUOTE, BACKSLASH] = [0x20, 0x22, 0x5c];
