import { DIGEST_WORDS } from '../comparing/digest.ts';
import { isUnread } from '../json/longest-text.ts';
import type { RawRow } from '../reading/raw-row.ts';
import { rowCode, TEXT } from '../row-code/row-code.ts';
import type { Row } from '../row/row.ts';
import { isIn, needle } from '../wording/text-search.ts';
import { TextDigest } from '../comparing/text-digest.ts';
import { mayHaveShape, rowParts, type RowShape, type ShapedTexts } from './row-shape.ts';
import { shapeImage, type Piece } from './shape-image.ts';
import type { ShapedSum } from './shaped-sum.ts';
import type { TextNumber } from './text-number.ts';

/**
 * Recognises rows that are written as earlier ones were, byte by byte but for their texts, and digests them without parsing them: nearly
 * all rows of most files. What it says of a row, and of its texts, holds until the next row is asked about in this thread.
 */
export class KnownShapes implements ShapedTexts {
  readonly #code = rowCode();
  readonly #digest = new TextDigest();
  readonly #first: Piece[] = [];
  readonly #shapes: RowShape[] = [];
  #image = shapeImage([]);
  /** Texts of the row that was recognised last that somebody has asked for: several rules look at the same. */
  readonly #texts: string[] = [];
  /** Rows whose writing was looked at. */
  #looks = 0;
  /** The digest of the row that was recognised last. */
  readonly words = this.#code.row.subarray(0, DIGEST_WORDS);

  /** Of that row: a text begins or ends with white space. */
  get hasEdgeWhiteSpace(): boolean {
    return this.#code.row[DIGEST_WORDS] === 1;
  }

  /** The shape of a row; null if it is written in none that is known. */
  shapeOf(raw: RawRow): RowShape | null {
    if (this.#shapes.length === 0 || isUnread(raw)) return null;
    this.#texts.length = 0;
    const shape = this.#shapes[this.#code.shapeOf(this.#image, raw.block, raw.from, raw.to)];
    return shape === undefined || mayCall(raw) ? null : shape;
  }

  /** A text of the row that was recognised last. @param row its JSON text */
  text(number: TextNumber, row: string): string {
    return number < 0 ? '' : (this.#texts[number] ??= this.#read(number, row));
  }

  #read(number: TextNumber, row: string): string {
    const from = this.fromOf(number);
    const to = this.toOf(number);
    return this.#isEscaped(number) ? String(JSON.parse(row.slice(from - 1, to + 1))) : row.slice(from, to);
  }

  #isEscaped(number: TextNumber): boolean {
    return this.#code.texts[number * TEXT.width + TEXT.isEscaped] === 1;
  }

  fromOf(number: TextNumber): number {
    return this.#code.texts[number * TEXT.width + TEXT.from] ?? 0;
  }

  toOf(number: TextNumber): number {
    return this.#code.texts[number * TEXT.width + TEXT.to] ?? 0;
  }

  mayFit(number: TextNumber, length: number): boolean {
    if (number < 0) return true;
    const units = this.toOf(number) - this.fromOf(number);
    return units <= (this.#isEscaped(number) ? length * LONGEST_ESCAPE : length);
  }

  digest({ texts, rest }: ShapedSum, into: Int32Array): void {
    for (let n = 0; n < DIGEST_WORDS; n++) into[n] = rest[n] ?? 0;
    for (let n = 0; n < texts.length; n++) {
      const text = texts[n];
      if (text === undefined) continue;
      this.#digest.resume(this.#code.texts, text.number * TEXT.width + TEXT.digest);
      this.#digest.mixKept(text.path, 0);
      this.#digest.addTo(into);
    }
  }

  /** Remembers how a row is written, if it says no more than its texts do. */
  learn(row: Row): void {
    const { mostBytes, mostTexts } = this.#code;
    if (this.#looks >= MOST_LOOKS || row.text.length > mostBytes || !mayHaveShape(row)) return;
    this.#looks += 1;
    const parts = rowParts(row, mostTexts);
    if (parts === null) return;
    let pieces = this.#first;
    let last: Piece | undefined;
    for (const piece of parts.pieces.slice(0, -1)) {
      last = pieceOf(pieces, piece);
      pieces = last.next;
    }
    const bytes = parts.pieces.at(-1) ?? '';
    if (last === undefined || last.ends.some((end) => end.bytes === bytes)) return;
    last.ends.push({ bytes, shape: parts.shape, number: this.#shapes.length });
    this.#shapes.push(parts.shape);
    this.#remember();
  }

  /** Of more shapes than there is room for none but the first are known. */
  #remember(): void {
    const image = shapeImage(this.#first);
    if (image.length <= this.#code.mostShapes) this.#image = image;
    else this.#looks = MOST_LOOKS;
  }
}

function pieceOf(among: Piece[], bytes: string): Piece {
  const known = among.find((each) => each.bytes === bytes);
  if (known !== undefined) return known;
  const piece = { bytes, next: [], ends: [] };
  // where one begins as another does, the other stands before an empty text, which is part of the longer one
  among.push(piece);
  among.sort((one, other) => other.bytes.length - one.bytes.length);
  return piece;
}

/** Characters that a UTF-16 unit is written with at most: \\u00e9. */
const LONGEST_ESCAPE = 6;
/** A file that has not shown its shapes in so many rows has none. */
const MOST_LOOKS = 500;

const CALL = needle('<tool_call>');

/** A call of a tool may stand in the text of a turn, which makes it more than a text. */
function mayCall({ marks, text }: RawRow): boolean {
  return (marks & CALL.marks) !== 0 && isIn(CALL, text);
}
