import type { Token } from '../syntax/token.ts';
import { isOperator, roleAt } from './token-role.ts';
import type { TemplateDocument } from './template-document.ts';
import type { TemplatePiece } from './template-tag.ts';
import type { Range } from './variable.ts';

/** What can be written at the cursor. Offsets of the source. */
export type CompletionContext = Range &
  (
    | { readonly kind: 'statement'; readonly piece: TemplatePiece }
    | { readonly kind: 'filter' | 'test' | 'operator' }
    | { readonly kind: 'value'; readonly at: number }
    /** After a dot, or in the quotes of `x['…']`; `owner` are the tokens before. */
    | { readonly kind: 'property'; readonly owner: readonly Token[]; readonly quoted: boolean }
  );

/** What the cursor stands in; null in text, numbers and strings. `start` and `end` are the word that is replaced. */
export function completionContext(document: TemplateDocument, at: number): CompletionContext | null {
  const piece = document.tagAt(at);
  if (piece === null) return null;
  const { tokens } = piece;
  const string = tokens.findIndex((token) => token.type === 'string' && token.start < at && at < token.end);
  if (string >= 0) return inString(tokens, string);
  const word = tokens.findIndex((token) => token.type === 'name' && token.start < at && at <= token.end);
  const isNumber = tokens.some(
    ({ type, start, end }) => (type === 'integer' || type === 'float') && start < at && at <= end,
  );
  if (isNumber) return null;
  const range =
    word >= 0 ? { start: tokens[word]?.start ?? at, end: tokens[word]?.end ?? at } : { start: at, end: at };
  const count = word >= 0 ? word : tokens.filter((token) => token.end <= at).length;
  return { ...range, ...contextAfter(piece, count, at) };
}

type WithoutRange<T> = T extends unknown ? Omit<T, keyof Range> : never;

/** What follows the first tokens of a tag. */
function contextAfter(piece: TemplatePiece, count: number, at: number): WithoutRange<CompletionContext> {
  const tokens = piece.tokens.slice(0, count);
  const last = tokens.at(-1);
  const tag = piece.kind === 'statement' && tokens[1]?.type === 'name' ? tokens[1].value : '';
  if (piece.kind === 'statement' && count === 1) return { kind: 'statement', piece };
  if (isOperator(last, '.')) return { kind: 'property', owner: tokens.slice(0, -1), quoted: false };
  if (isOperator(last, '|') || (tag === 'filter' && count === 2)) return { kind: 'filter' };
  if (
    last?.type === 'name' &&
    (last.value === 'is' || (last.value === 'not' && isNamed(tokens.at(-2), 'is')))
  )
    return { kind: 'test' };
  return endsValue(piece, count) ? { kind: 'operator' } : { kind: 'value', at };
}

function inString(tokens: readonly Token[], index: number): CompletionContext | null {
  const token = tokens[index];
  const before = tokens[index - 2];
  if (token === undefined || before === undefined || !isOperator(tokens[index - 1], '[')) return null;
  if (before.type !== 'name' && !isOperator(before, ']') && !isOperator(before, ')')) return null;
  return {
    kind: 'property',
    owner: tokens.slice(0, index - 1),
    quoted: true,
    start: token.start + 1,
    end: token.end - 1,
  };
}

function isNamed(token: Token | undefined, name: string): boolean {
  return token?.type === 'name' && token.value === name;
}

/** Whether the tokens so far end with something that has a value, so that an operator follows. */
function endsValue(piece: TemplatePiece, count: number): boolean {
  const last = piece.tokens[count - 1];
  if (last === undefined) return false;
  if (last.type === 'string' || last.type === 'integer' || last.type === 'float') return true;
  if (last.type === 'operator') return ')]}'.includes(last.value);
  const role = roleAt(piece, count - 1);
  return role !== null && role !== 'tag' && role !== 'keyword';
}
