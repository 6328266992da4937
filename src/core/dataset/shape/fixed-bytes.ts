/** Bytes that are looked for at many places, four at a time. */
export class FixedBytes {
  /** ASCII. */
  readonly text: string;
  readonly length: number;
  readonly #words: Int32Array;
  readonly #rest: Uint8Array;

  /** @param text of ASCII */
  constructor(text: string) {
    const bytes = new TextEncoder().encode(text);
    const whole = bytes.length - (bytes.length % WORD);
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    this.text = text;
    this.length = bytes.length;
    this.#words = Int32Array.from({ length: whole / WORD }, (_, n) => view.getInt32(n * WORD, true));
    this.#rest = bytes.subarray(whole);
  }

  /** Whether they stand at an index that has as many bytes behind it. */
  isAt(view: DataView, index: number): boolean {
    const words = this.#words;
    const rest = this.#rest;
    let at = index;
    for (let n = 0; n < words.length; n++, at += WORD) if (view.getInt32(at, true) !== words[n]) return false;
    for (let n = 0; n < rest.length; n++, at++) if (view.getUint8(at) !== rest[n]) return false;
    return true;
  }
}

const WORD = 4;
