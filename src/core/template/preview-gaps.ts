import type { TracePiece } from './trace/trace-piece.ts';

const TOKEN = /<[^\s<>]{1,40}>|\[\/?[A-Z_]{2,20}\]/y;
const CLOSING = /^(?:<\/|\[\/)|end|eot|eos/;

/** Finds where, in the template's own text round the data of messages, one message ends and the next begins. */
export class Gaps {
  readonly #text: string;
  readonly #pieces: readonly TracePiece[];
  readonly #eos: string | undefined;
  /** Where each piece starts in the text, and the end of the last one. */
  readonly #starts: readonly number[];

  constructor(text: string, pieces: readonly TracePiece[], eos: string | undefined) {
    this.#text = text;
    this.#pieces = pieces;
    this.#eos = eos;
    const starts = [0];
    let at = 0;
    for (const piece of pieces) starts.push((at += piece.length));
    this.#starts = starts;
  }

  /** Where the first message begins, whose data begin with a piece. */
  leading(first: number): number {
    for (let piece = first; piece >= 0; piece--) if (this.#opens(piece)) return this.#startOf(piece);
    return this.#startOf(Math.max(0, first - 1));
  }

  /** Where a message begins whose data begin with `next`; those of the one before it end with `last`. */
  between(last: number, next: number): number {
    let jump: number | null = null;
    for (let piece = last + 1; piece < next; piece++) {
      if (this.#opens(piece)) return this.#startOf(piece);
      if (this.#goesBack(piece)) jump = piece;
    }
    if (jump !== null) return this.#startOf(jump);
    return this.#startOf(next - last > 2 ? next - 1 : next);
  }

  /** Where the template's own text begins behind the last message, whose data end with a piece. */
  trailing(last: number): number {
    for (let piece = last + 1; piece < this.#pieces.length; piece++)
      if (this.#opens(piece)) return this.#startOf(piece);
    return this.#text.length;
  }

  #startOf(piece: number): number {
    return this.#starts[piece] ?? this.#text.length;
  }

  /** Whether a piece begins with a token that does not close something. */
  #opens(piece: number): boolean {
    TOKEN.lastIndex = this.#startOf(piece);
    const token = TOKEN.exec(this.#text)?.[0];
    return token !== undefined && token !== this.#eos && !CLOSING.test(token);
  }

  /** Whether the template had to go back to write a piece: a loop began anew. */
  #goesBack(piece: number): boolean {
    const before = this.#pieces[piece - 1]?.template[0] ?? 0;
    return (this.#pieces[piece]?.template[0] ?? 0) < before;
  }
}
