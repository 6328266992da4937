import { utf8Length } from './utf8-length.ts';
import { sequenceAt } from './utf8.ts';

/** A stretch of a file: UTF-8 byte offsets, 1-based lines and 1-based UTF-16 columns, ends exclusive. */
export interface Span {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Tells at which byte a UTF-16 index of the decoded text lies. Going forward continues where it stands and going back starts
 * again, so that ascending questions cost one pass in all.
 */
export class ByteFinder {
  readonly #bytes: Uint8Array;
  #at = 0;
  #index = 0;

  /** @param bytes what the text was decoded from, broken ones included. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  byteOf(index: number): number {
    if (index < this.#index) this.#at = this.#index = 0;
    while (this.#index < index && this.#at < this.#bytes.length) {
      const { length, wellFormed } = sequenceAt(this.#bytes, this.#at, this.#bytes.length);
      this.#index += length === 4 && wellFormed ? 2 : 1;
      this.#at += length;
    }
    return this.#at;
  }
}

/** `ByteFinder` for a text without broken bytes. */
export class TextByteFinder {
  readonly #text: string;
  #byte = 0;
  #index = 0;

  constructor(text: string) {
    this.#text = text;
  }

  byteOf(index: number): number {
    if (index < this.#index) this.#byte = this.#index = 0;
    const end = this.#isInsidePair(index) ? index + 1 : index;
    if (end > this.#index) {
      this.#byte += utf8Length(this.#text.slice(this.#index, end));
      this.#index = end;
    }
    return this.#byte;
  }

  #isInsidePair(index: number): boolean {
    const unit = this.#text.charCodeAt(index);
    if (unit < 0xdc00 || unit > 0xdfff) return false;
    const before = this.#text.charCodeAt(index - 1);
    return before >= 0xd800 && before <= 0xdbff;
  }
}

/** Tells line and column of ascending bytes of a text over several lines. Only `\n` ends a line. */
export class LineFinder {
  readonly #bytes: Uint8Array;
  #at = 0;
  #line = 1;
  #column = 1;
  /** The line end after `#at`: looked for once, since a line may be as long as the file. */
  #lineEnd: number;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#lineEnd = this.#nextLineEnd();
  }

  /** @param byte not before the one asked for last. */
  lineAndColumnOf(byte: number): { line: number; column: number } {
    while (this.#lineEnd < byte) {
      this.#line += 1;
      this.#column = 1;
      this.#at = this.#lineEnd + 1;
      this.#lineEnd = this.#nextLineEnd();
    }
    while (this.#at < byte) {
      const { length, wellFormed } = sequenceAt(this.#bytes, this.#at, this.#bytes.length);
      this.#column += length === 4 && wellFormed ? 2 : 1;
      this.#at += length;
    }
    return { line: this.#line, column: this.#column };
  }

  #nextLineEnd(): number {
    const found = this.#bytes.indexOf(0x0a, this.#at);
    return found < 0 ? this.#bytes.length : found;
  }
}
