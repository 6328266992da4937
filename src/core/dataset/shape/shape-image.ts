import type { RowShape } from './row-shape.ts';
import type { ShapedSum } from './shaped-sum.ts';

/** What stands before a text in some shapes, and what may follow it. */
export interface Piece {
  /** ASCII, as all that stands around texts. */
  readonly bytes: string;
  readonly next: Piece[];
  readonly ends: LastPiece[];
}

/** What ends a row behind its last text. */
export interface LastPiece {
  readonly bytes: string;
  readonly shape: RowShape;
  /** The number of the shape. */
  readonly number: number;
}

/** Shapes as assembly/shaped-row.ts reads them: records of 32-bit integers that name each other by their places, and bytes. */
export function shapeImage(first: readonly Piece[]): Uint8Array {
  const image = new ShapeImage();
  image.addPieces(first, 0);
  return image.bytes;
}

/** Integers of a record. */
const PIECE = { length: 0, bytes: 1, next: 2, firstPiece: 3, firstEnd: 4, width: 5 } as const;
const END = { length: 0, bytes: 1, next: 2, shape: 3, sum: 4, width: 5 } as const;
const WORD = 4;

class ShapeImage {
  /** The first integer names the first piece. */
  readonly #words: number[] = [0];

  get bytes(): Uint8Array {
    return new Uint8Array(Int32Array.from(this.#words).buffer);
  }

  /** Adds pieces that may stand in the same place. @param at of the integer that is to name the first of them */
  addPieces(pieces: readonly Piece[], at: number): void {
    let named = at;
    for (const { bytes, next, ends } of pieces) {
      const record = this.#add(bytes, PIECE.width, named);
      named = record + PIECE.next;
      this.addPieces(next, record + PIECE.firstPiece);
      this.#addEnds(ends, record + PIECE.firstEnd);
    }
  }

  #addEnds(ends: readonly LastPiece[], at: number): void {
    let named = at;
    for (const { bytes, number, shape } of ends) {
      const record = this.#add(bytes, END.width, named);
      named = record + END.next;
      this.#words[record + END.shape] = number;
      this.#words[record + END.sum] = this.#words.length * WORD;
      this.#addSum(shape.value);
    }
  }

  #addSum({ texts, rest }: ShapedSum): void {
    this.#words.push(texts.length, ...rest);
    for (const { number, path } of texts) this.#words.push(number, ...path);
  }

  /** Adds a record that begins as those of pieces and of ends do. @returns its place */
  #add(bytes: string, width: number, namedAt: number): number {
    const record = this.#words.length;
    this.#words[namedAt] = record * WORD;
    for (let n = 0; n < width; n++) this.#words.push(0);
    this.#words[record + PIECE.length] = bytes.length;
    this.#words[record + PIECE.bytes] = this.#words.length * WORD;
    for (let at = 0; at < bytes.length; at += WORD) this.#words.push(wordAt(bytes, at));
    return record;
  }
}

function wordAt(bytes: string, at: number): number {
  let word = 0;
  for (let n = 0; n < WORD && at + n < bytes.length; n++) word |= bytes.charCodeAt(at + n) << (8 * n);
  return word;
}
