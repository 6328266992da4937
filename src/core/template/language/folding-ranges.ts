import { END_TAGS } from './block-tags.ts';
import { opensBlock, statementTag } from './statement-tag.ts';
import type { TemplateDocument } from './template-document.ts';
import type { TemplatePiece } from './template-tag.ts';
import type { Range } from './variable.ts';

export interface FoldingRange extends Range {
  readonly kind: 'block' | 'comment';
}

const COMMENT = /\{#[\s\S]*?#\}/g;

/** What can be folded: from an opening tag to the next tag of its block, and comments. Offsets in the text as given. */
export function foldingRanges(document: TemplateDocument): FoldingRange[] {
  const { source } = document.analysis;
  const ranges = [...blockRanges(document.pieces), ...commentRanges(source, document.pieces)];
  return ranges
    .filter(({ start, end }) => source.slice(start, end).includes('\n'))
    .map((range) => ({ ...range, ...document.place(range) }))
    .toSorted((a, b) => a.start - b.start);
}

function* blockRanges(pieces: readonly TemplatePiece[]): Generator<FoldingRange> {
  const open: { tag: string; start: number }[] = [];
  for (const piece of pieces) {
    const tag = statementTag(piece);
    const opening = END_TAGS.get(tag);
    const isElse = tag === 'else' || tag === 'elif';
    if (opening !== undefined || isElse) {
      const at = open.findLastIndex((block) =>
        isElse ? block.tag === 'if' || block.tag === 'for' : block.tag === opening,
      );
      const block = open[at];
      if (block === undefined) continue;
      yield { kind: 'block', start: block.start, end: piece.start };
      open.splice(at);
      if (isElse) open.push({ tag: block.tag, start: piece.start });
    } else if (opensBlock(piece)) open.push({ tag, start: piece.start });
  }
}

/** Comments stand between the pieces. */
function* commentRanges(source: string, pieces: readonly TemplatePiece[]): Generator<FoldingRange> {
  let from = 0;
  for (const piece of [...pieces, { start: source.length, end: source.length }]) {
    for (const match of source.slice(from, piece.start).matchAll(COMMENT)) {
      const start = from + match.index;
      yield { kind: 'comment', start, end: start + match[0].length };
    }
    from = piece.end;
  }
}
