import { BYTES, MOST_TEXTS, ROW, SHAPES, TEXTS } from './memory';
import { hasEdgeWhiteSpace, isEscaped, readInteger, readText, textEnd, textUnits } from './quoted-text';
import { addEnded } from './text-digest';

const QUOTE: u8 = 0x22;
/** Bytes of a text: from where to where its row's text has it, in UTF-16 units, whether with escapes, and its digest. */
const TEXT: usize = 32;
const TEXT_DIGEST: usize = 16;

/**
 * Of a piece, which stands before a text in some shapes: its length and where its bytes are, the next one that may stand there instead, the
 * first that may stand behind the text, and the first that may end the row there. Of an end: length, bytes, the next one, the number of
 * the shape, and where it says how the digest of the row is made. Addresses are counted from SHAPES; 0 is none.
 */
const LENGTH: usize = 0;
const TEXT_BYTES: usize = 4;
const NEXT: usize = 8;
const FIRST_PIECE: usize = 12;
const FIRST_END: usize = 16;
const SHAPE: usize = 12;
const SUM: usize = 16;

/**
 * The number of the shape that a row is written in, its texts kept; -1 if it is written in none that is known.
 * @param from index among BYTES, of which a vector behind the row may be read
 */
export function shapeOf(from: i32, to: i32): i32 {
  const end = BYTES + <usize>to;
  let at = BYTES + <usize>from;
  let unit: i32 = 0;
  let texts: i32 = 0;
  let hasEdge = false;
  let piece = pieceAt(load<i32>(SHAPES), at, end);
  while (piece != 0 && texts < MOST_TEXTS) {
    const length = ofShapes(piece, LENGTH);
    const text = TEXTS + <usize>texts * TEXT;
    at += length;
    unit += length;
    // what stands behind a quote is a text
    const isRead =
      load<u8>(at - 1) == QUOTE
        ? readText(at, end, text + TEXT_DIGEST)
        : readInteger(at, end, text + TEXT_DIGEST);
    if (!isRead) return -1;
    store<i32>(text, unit);
    unit += textUnits;
    store<i32>(text, unit, 4);
    store<i32>(text, isEscaped ? 1 : 0, 8);
    if (hasEdgeWhiteSpace) hasEdge = true;
    texts += 1;
    at = textEnd;
    const last = endAt(ofShapes(piece, FIRST_END), at, end);
    if (last != 0) {
      writeDigest(SHAPES + <usize>ofShapes(last, SUM));
      store<i32>(ROW, hasEdge ? 1 : 0, 16);
      return ofShapes(last, SHAPE);
    }
    piece = pieceAt(ofShapes(piece, FIRST_PIECE), at, end);
  }
  return -1;
}

function ofShapes(record: i32, field: usize): i32 {
  return load<i32>(SHAPES + <usize>record + field);
}

/** The piece that stands at an address; 0 if none does. */
function pieceAt(first: i32, at: usize, end: usize): i32 {
  let piece = first;
  while (piece != 0) {
    const length = <usize>ofShapes(piece, LENGTH);
    if (at + length < end && isSame(SHAPES + <usize>ofShapes(piece, TEXT_BYTES), at, length)) break;
    piece = ofShapes(piece, NEXT);
  }
  return piece;
}

/** The end that stands at an address and ends the row; 0 if none does. */
function endAt(first: i32, at: usize, end: usize): i32 {
  let last = first;
  while (last != 0) {
    const length = <usize>ofShapes(last, LENGTH);
    if (length == end - at && isSame(SHAPES + <usize>ofShapes(last, TEXT_BYTES), at, length)) break;
    last = ofShapes(last, NEXT);
  }
  return last;
}

function isSame(one: usize, other: usize, length: usize): bool {
  let n: usize = 0;
  for (; n + 8 <= length; n += 8) if (load<u64>(one + n) != load<u64>(other + n)) return false;
  for (; n < length; n++) if (load<u8>(one + n) != load<u8>(other + n)) return false;
  return true;
}

/** @param sum how many texts are in it, the four words that they are added to, and of each its number and the four words that end it */
function writeDigest(sum: usize): void {
  const count = load<i32>(sum);
  v128.store(ROW, v128.load(sum, 4));
  let each = sum + 20;
  for (let n: i32 = 0; n < count; n++) {
    addEnded(TEXTS + <usize>load<i32>(each) * TEXT + TEXT_DIGEST, each + 4, ROW);
    each += 20;
  }
}
