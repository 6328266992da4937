import type { PreviewSegment } from '../../core/protocol/preview-contract.ts';

/** A stretch of one line. A line break is a piece of its own, `\n`. */
export interface Piece {
  readonly text: string;
  readonly special: boolean;
}

/** Neighbouring pieces that are all trained, or all not. */
export interface Stretch {
  readonly trained: boolean;
  readonly pieces: Piece[];
}

export interface VisibleText {
  readonly stretches: readonly Stretch[];
  /** Characters that are not among the stretches yet. */
  readonly left: number;
}

/** How much of a text the page draws at once: text of any length must not freeze it. */
interface Budget {
  readonly characters: number;
  readonly pieces: number;
}

/** What one more press on "show more" adds. */
export const pageBudget: Budget = { characters: 40_000, pieces: 3000 };

/**
 * The beginning of the segments as far as the budget goes, cut into lines. All texts put together again are the beginning
 * of the rendered text, character by character.
 */
export function visiblePieces(segments: readonly PreviewSegment[], budget: Budget): VisibleText {
  const stretches: Stretch[] = [];
  let shown = 0;
  let count = 0;
  let total = 0;
  for (const segment of segments) {
    total += segment.text.length;
    if (shown >= budget.characters || count >= budget.pieces) continue;
    const room = budget.characters - shown;
    for (const piece of piecesOf(segment, room, budget.pieces - count)) {
      stretchFor(stretches, segment.trained).pieces.push(piece);
      shown += piece.text.length;
      count++;
    }
  }
  return { stretches, left: total - shown };
}

function piecesOf(segment: PreviewSegment, room: number, most: number): Piece[] {
  const text = segment.text.slice(0, endWithin(segment.text, room));
  const pieces: Piece[] = [];
  let start = 0;
  while (start < text.length && pieces.length < most) {
    const newline = text.indexOf('\n', start);
    const end = newline === start ? start + 1 : newline < 0 ? text.length : newline;
    pieces.push({ text: text.slice(start, end), special: segment.special && newline !== start });
    start = end;
  }
  return pieces;
}

/** The longest end within the room that does not cut a surrogate pair in two. */
function endWithin(text: string, room: number): number {
  if (text.length <= room) return text.length;
  const code = text.charCodeAt(room - 1);
  const isHighSurrogate = code >= 0xd800 && code <= 0xdbff;
  return isHighSurrogate ? room + 1 : room;
}

function stretchFor(stretches: Stretch[], trained: boolean): Stretch {
  const last = stretches.at(-1);
  if (last !== undefined && last.trained === trained) return last;
  const next = { trained, pieces: [] };
  stretches.push(next);
  return next;
}
