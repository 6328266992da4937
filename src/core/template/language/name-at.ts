import type { Token } from '../syntax/token.ts';
import { roleAt, type NameRole } from './token-role.ts';
import type { TemplateDocument } from './template-document.ts';
import type { TemplatePiece } from './template-tag.ts';

type NameToken = Extract<Token, { readonly type: 'data' | 'name' | 'string' }>;

/** A name under the cursor. */
export interface NameAt {
  readonly piece: TemplatePiece;
  readonly index: number;
  readonly token: NameToken;
  readonly role: NameRole;
}

/** The name at an offset of the source, its end included. */
export function nameAt(document: TemplateDocument, at: number): NameAt | null {
  for (const piece of document.pieces) {
    if (piece.kind === 'text' || at < piece.start || at > piece.end) continue;
    const index = piece.tokens.findIndex(
      (token) => token.type === 'name' && token.start <= at && at <= token.end,
    );
    const token = piece.tokens[index];
    const role = roleAt(piece, index);
    if (token?.type === 'name' && role !== null) return { piece, index, token, role };
  }
  return null;
}
