import type { Fix } from '../findings/fix.ts';

export const TO_LF: Fix = {
  title: { id: 'dataset.fix.line-ends' },
  edit: { kind: 'line-ends' },
  safe: true,
};

const CR = 0x0d;
const LF = 0x0a;

/** Which line ends the bytes of a file have, fed in chunks. */
export class LineEnds {
  /** A line that ends with CR LF was there. */
  crlf = false;
  /** A line that ends with LF alone was there. */
  lf = false;
  #endsWithCr = false;

  push(chunk: Uint8Array): void {
    if (chunk.length === 0 || (this.crlf && this.lf)) return;
    const hasCr = this.#endsWithCr || chunk.includes(CR);
    for (let at = chunk.indexOf(LF); at >= 0 && !(this.crlf && this.lf); at = chunk.indexOf(LF, at + 1)) {
      const before = at === 0 ? this.#endsWithCr : chunk[at - 1] === CR;
      if (before) this.crlf = true;
      else this.lf = true;
      // without a CR in the chunk all other line ends in it are LF alone
      if (!hasCr) break;
    }
    this.#endsWithCr = chunk.at(-1) === CR;
  }
}
