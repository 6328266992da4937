import type { Token } from '../syntax/token.ts';
import { BLOCK_TAGS, END_TAGS, syntheticTag } from './block-tags.ts';
import type { RepairedPiece } from './repair-piece.ts';
import type { SyntaxFault } from './syntax-fault.ts';

interface OpenBlock {
  readonly tag: string;
  readonly piece: RepairedPiece;
  /** After an `else`, no other branch follows. */
  isLast: boolean;
}

/** The tokens of all pieces, with an end for each block that has none and without the ends that close nothing. Adds what was wrong. */
export function closeBlocks(pieces: readonly RepairedPiece[], end: number, faults: SyntaxFault[]): Token[] {
  const tokens: Token[] = [];
  const open: OpenBlock[] = [];
  const closeDownTo = (depth: number, at: number): void => {
    for (const block of open.splice(depth).toReversed()) {
      const closing = BLOCK_TAGS[block.tag]?.end ?? '';
      const { start, end: pieceEnd } = block.piece;
      faults.push({ kind: 'unclosed-tag', tag: block.tag, closing, start, end: pieceEnd });
      tokens.push(...syntheticTag(`{% ${closing} %}`, at));
    }
  };
  for (const piece of pieces) {
    if (piece.role === 'open') open.push({ tag: piece.tag, piece, isLast: false });
    if (piece.role === 'divide' || piece.role === 'end') {
      const owner = open.findLastIndex((block) => takes(block, piece));
      const block = open[owner];
      if (block === undefined) {
        faults.push({
          kind: 'stray-tag',
          tag: piece.tag,
          open: open.at(-1)?.tag ?? null,
          start: piece.start,
          end: piece.end,
        });
        continue;
      }
      closeDownTo(owner + 1, piece.start);
      if (piece.role === 'end') open.pop();
      else block.isLast = piece.tag === 'else';
    }
    tokens.push(...piece.tokens);
  }
  closeDownTo(0, end);
  return tokens;
}

function takes({ tag, isLast }: OpenBlock, piece: RepairedPiece): boolean {
  if (piece.role === 'end') return END_TAGS.get(piece.tag) === tag;
  if (isLast) return false;
  return tag === 'if' || (tag === 'for' && piece.tag === 'else');
}
