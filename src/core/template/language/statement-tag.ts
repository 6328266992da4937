import { BLOCK_TAGS } from './block-tags.ts';
import type { TemplatePiece } from './template-tag.ts';

/** The word that a statement begins with; empty for what is none. */
export function statementTag({ kind, tokens }: TemplatePiece): string {
  const word = kind === 'statement' ? tokens[1] : undefined;
  return word?.type === 'name' ? word.value : '';
}

/** Whether a piece is the opening tag of a block: a `set` with a value is not. */
export function opensBlock(piece: TemplatePiece): boolean {
  const tag = statementTag(piece);
  if (BLOCK_TAGS[tag] === undefined) return false;
  return tag !== 'set' || !piece.tokens.some((token) => token.type === 'operator' && token.value === '=');
}
