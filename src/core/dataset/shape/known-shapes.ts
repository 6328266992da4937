import { DIGEST } from '../digest.ts';
import { grown } from '../grown.ts';
import { isUnread } from '../longest-text.ts';
import type { RawRow } from '../raw-row.ts';
import type { Row } from '../row.ts';
import { isIn, needle } from '../text-search.ts';
import { TextDigest } from '../text-digest.ts';
import { FixedBytes } from './fixed-bytes.ts';
import { QuotedText } from './quoted-text.ts';
import { mayHaveShape, rowParts, type RowShape, type ShapedTexts } from './row-shape.ts';
import type { ShapedSum } from './shaped-sum.ts';
import type { TextNumber } from './text-number.ts';

/** What stands before a text in some shapes, and what may follow it. */
interface Piece {
  readonly bytes: FixedBytes;
  readonly next: Piece[];
  readonly ends: LastPiece[];
}

interface LastPiece {
  readonly bytes: FixedBytes;
  readonly shape: RowShape;
}

/**
 * Recognises rows that are written as earlier ones were, byte by byte but for their texts, and digests them without parsing them: nearly
 * all rows of most files.
 */
export class KnownShapes implements ShapedTexts {
  readonly #first: Piece[] = [];
  readonly #digest = new TextDigest();
  readonly #text = new QuotedText();
  #view: DataView = new DataView(new ArrayBuffer(0));
  /** Rows whose writing was looked at. */
  #looks = 0;
  /** The digest of the row that was recognised last. */
  readonly words = new Int32Array(DIGEST);
  /** Of that row: a text begins or ends with white space. */
  hasEdgeWhiteSpace = false;
  #places = new Int32Array(PLACE * FEW_TEXTS);
  #digests = new Int32Array(DIGEST * FEW_TEXTS);
  #count = 0;

  /** The shape of a row; null if it is written in none that is known. */
  shapeOf(raw: RawRow): RowShape | null {
    if (this.#first.length === 0 || isUnread(raw)) return null;
    const { block, from, to } = raw;
    if (this.#view.buffer !== block.buffer || this.#view.byteOffset !== block.byteOffset)
      this.#view = new DataView(block.buffer, block.byteOffset, block.byteLength);
    this.hasEdgeWhiteSpace = false;
    this.#count = 0;
    let pieces = this.#first;
    let at = from;
    let unit = 0;
    for (;;) {
      const piece = pieceAt(pieces, this.#view, at, to);
      if (piece === null) return null;
      at += piece.bytes.length;
      unit += piece.bytes.length;
      this.#digest.begin();
      if (!this.#text.read(block, this.#view, at, to, this.#digest)) return null;
      this.#addText(unit);
      at = this.#text.end;
      unit += this.#text.units;
      const shape = shapeAt(piece.ends, this.#view, at, to);
      if (shape !== null) return shape.isPlain && mayCall(raw) ? null : this.#recognised(shape);
      pieces = piece.next;
    }
  }

  /** A text of the row that was recognised last. @param row its JSON text */
  text(number: TextNumber, row: string): string {
    if (number < 0) return '';
    const from = this.fromOf(number);
    const to = this.toOf(number);
    return this.#isEscaped(number) ? String(JSON.parse(row.slice(from - 1, to + 1))) : row.slice(from, to);
  }

  #isEscaped(number: TextNumber): boolean {
    return this.#places[number * PLACE + 2] === 1;
  }

  fromOf(number: TextNumber): number {
    return this.#places[number * PLACE] ?? 0;
  }

  toOf(number: TextNumber): number {
    return this.#places[number * PLACE + 1] ?? 0;
  }

  mayFit(number: TextNumber, length: number): boolean {
    if (number < 0) return true;
    const units = this.toOf(number) - this.fromOf(number);
    return units <= (this.#isEscaped(number) ? length * LONGEST_ESCAPE : length);
  }

  digest({ texts, rest }: ShapedSum, into: Int32Array): void {
    for (let n = 0; n < DIGEST; n++) into[n] = rest[n] ?? 0;
    for (let n = 0; n < texts.length; n++) {
      const text = texts[n];
      if (text === undefined) continue;
      this.#digest.resume(this.#digests, text.number * DIGEST);
      this.#digest.mixKept(text.path, 0);
      this.#digest.addTo(into);
    }
  }

  /** Remembers how a row is written, if it says no more than its texts do. */
  learn(row: Row): void {
    if (this.#looks >= MOST_LOOKS || !mayHaveShape(row)) return;
    this.#looks += 1;
    const parts = rowParts(row);
    if (parts === null) return;
    let pieces = this.#first;
    let last: Piece | undefined;
    for (const piece of parts.pieces.slice(0, -1)) {
      last = this.#piece(pieces, piece);
      pieces = last.next;
    }
    const bytes = new FixedBytes(parts.pieces.at(-1) ?? '');
    if (last?.ends.some((end) => end.bytes.text === bytes.text) === false)
      last.ends.push({ bytes, shape: parts.shape });
  }

  #recognised(shape: RowShape): RowShape {
    this.digest(shape.value, this.words);
    return shape;
  }

  /** @param unit index in the row's JSON text at which the text that was read begins */
  #addText(unit: number): void {
    const at = this.#count * PLACE;
    if (at + PLACE > this.#places.length) this.#grow();
    this.#digest.keep(this.#digests, this.#count * DIGEST);
    this.#count += 1;
    this.#places[at] = unit;
    this.#places[at + 1] = unit + this.#text.units;
    this.#places[at + 2] = this.#text.isEscaped ? 1 : 0;
    if (this.#text.hasEdgeWhiteSpace) this.hasEdgeWhiteSpace = true;
  }

  #grow(): void {
    this.#places = grown(this.#places, new Int32Array(this.#places.length * 2));
    this.#digests = grown(this.#digests, new Int32Array(this.#digests.length * 2));
  }

  #piece(among: Piece[], text: string): Piece {
    const known = among.find(({ bytes }) => bytes.text === text);
    if (known !== undefined) return known;
    const piece = { bytes: new FixedBytes(text), next: [], ends: [] };
    among.push(piece);
    return piece;
  }
}

/** Characters that a UTF-16 unit is written with at most: \\u00e9. */
const LONGEST_ESCAPE = 6;
/** Words kept of a text: from where to where its row's JSON text has it, in UTF-16 units, and whether with escapes. */
const PLACE = 3;
/** Texts that there is room for at first. */
const FEW_TEXTS = 16;
/** A file that has not shown its shapes in so many rows has none. */
const MOST_LOOKS = 500;

const CALL = needle('<tool_call>');

/** A call of a tool may stand in the text of a turn, which makes it more than a text. */
function mayCall({ marks, text }: RawRow): boolean {
  return (marks & CALL.marks) !== 0 && isIn(CALL, text);
}

function pieceAt(pieces: readonly Piece[], view: DataView, at: number, to: number): Piece | null {
  for (let n = 0; n < pieces.length; n++) {
    const piece = pieces[n];
    if (piece !== undefined && at + piece.bytes.length < to && piece.bytes.isAt(view, at)) return piece;
  }
  return null;
}

function shapeAt(ends: readonly LastPiece[], view: DataView, at: number, to: number): RowShape | null {
  for (let n = 0; n < ends.length; n++) {
    const end = ends[n];
    if (end !== undefined && end.bytes.length === to - at && end.bytes.isAt(view, at)) return end.shape;
  }
  return null;
}
