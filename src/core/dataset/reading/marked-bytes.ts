import { LONGEST_BEGINNING } from './foreign-encoding.ts';
import { joinBytes } from './join-bytes.ts';
import { markLength } from './mark-length.ts';
import type { RowReader } from './row-reader.ts';

/**
 * Makes the reader of a file when its first bytes are there.
 * @param skipped bytes of the byte order mark, which the reader does not get
 * @param head the first bytes, the mark included; fewer than `LONGEST_BEGINNING` only if the file has no more
 */
type OpenReader = (skipped: number, head: Uint8Array) => RowReader;

/** The bytes of a file as they come, the byte order mark that they may begin with left off. */
export class MarkedBytes {
  readonly #open: OpenReader;
  #reader: RowReader | null = null;
  #head: Uint8Array[] = [];
  #length = 0;

  constructor(open: OpenReader) {
    this.#open = open;
  }

  /** The chunk is kept for a while: the caller must not write into it again. */
  push(chunk: Uint8Array): void {
    if (this.#reader !== null) {
      this.#reader.push(chunk);
      return;
    }
    this.#head.push(chunk);
    this.#length += chunk.length;
    if (this.#length >= LONGEST_BEGINNING) this.#begin();
  }

  end(): void {
    (this.#reader ?? this.#begin()).end();
  }

  #begin(): RowReader {
    const head = joinBytes(this.#head);
    this.#head = [];
    const skipped = markLength(head);
    this.#reader = this.#open(skipped, head);
    this.#reader.push(head.subarray(skipped));
    return this.#reader;
  }
}
