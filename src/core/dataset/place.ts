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
