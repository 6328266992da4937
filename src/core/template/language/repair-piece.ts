import { closestName } from '../../recipe/closest-name.ts';
import type { Token } from '../syntax/token.ts';
import { BLOCK_TAGS, END_TAGS, PLAIN_TAGS, syntheticTag } from './block-tags.ts';
import { parseTokens } from './parse-tokens.ts';
import type { SyntaxFault } from './syntax-fault.ts';
import type { TemplatePiece } from './template-tag.ts';
import { nearEnd } from './template-tag.ts';
import type { Range } from './variable.ts';

/** Tokens that parse, with what they are to the blocks around: `tag` opens, divides or ends one, or has none. */
export interface RepairedPiece extends Range {
  readonly role: 'plain' | 'open' | 'divide' | 'end';
  readonly tag: string;
  readonly tokens: readonly Token[];
}

/** What is left of a piece. Adds what the parser has to say about it; an opening tag is kept in any case, for the sake of its end. */
export function repairPiece(source: string, piece: TemplatePiece, faults: SyntaxFault[]): RepairedPiece[] {
  if (piece.kind === 'text') return [plain(piece, piece.tokens)];
  if (piece.kind === 'print') {
    const good = piece.fault === null && isGood(source, piece, piece.tokens, faults);
    return good ? [plain(piece, piece.tokens)] : [];
  }
  const [, word] = piece.tokens;
  const tag = word?.type === 'name' ? word.value : '';
  if (tag === 'else' || tag === 'elif') return [divider(source, piece, tag, faults)];
  const opening = END_TAGS.get(tag);
  if (opening !== undefined) {
    const before = syntheticTag(BLOCK_TAGS[opening]?.opening ?? '', piece.start);
    if (piece.fault === null) isGood(source, piece, [...before, ...piece.tokens], faults);
    return [{ ...rangeOf(piece), role: 'end', tag, tokens: bare(piece, tag) }];
  }
  if (tag === 'set' && assigns(piece.tokens)) return inline(source, piece, faults);
  const block = BLOCK_TAGS[tag];
  if (block !== undefined) return [opener(source, piece, tag, block, faults)];
  if (PLAIN_TAGS.includes(tag) || piece.fault !== null || tag === '') return inline(source, piece, faults);
  const near = closestName(tag, [
    ...Object.keys(BLOCK_TAGS),
    ...END_TAGS.keys(),
    ...PLAIN_TAGS,
    'else',
    'elif',
    'raw',
  ]);
  faults.push({
    kind: 'unknown-tag',
    tag,
    near,
    start: word?.start ?? piece.start,
    end: word?.end ?? piece.end,
  });
  return [];
}

function opener(
  source: string,
  piece: TemplatePiece,
  tag: string,
  { end, opening }: { readonly end: string; readonly opening: string },
  faults: SyntaxFault[],
): RepairedPiece {
  const after = syntheticTag(`{% ${end} %}`, piece.end);
  const good = piece.fault === null && isGood(source, piece, [...piece.tokens, ...after], faults);
  const tokens = good ? piece.tokens : salvaged(piece, tag, opening, after);
  return { ...rangeOf(piece), role: 'open', tag, tokens };
}

/** What a broken opening tag still says: the names of a loop, of a macro. */
function salvaged(
  piece: TemplatePiece,
  tag: string,
  opening: string,
  after: readonly Token[],
): readonly Token[] {
  const whole = syntheticTag(opening, piece.start);
  const inAt = piece.tokens.findIndex((token) => token.type === 'name' && token.value === 'in');
  if (tag === 'for' && inAt > 2) {
    const tokens = [...piece.tokens.slice(0, inAt), ...whole.slice(-3)];
    if (Array.isArray(parseTokens([...tokens, ...after]))) return tokens;
  }
  const name = piece.tokens[2];
  if (tag === 'macro' && name?.type === 'name') {
    return whole.map((token) => (token.type === 'name' && token.value === '' ? name : token));
  }
  return whole;
}

function divider(source: string, piece: TemplatePiece, tag: string, faults: SyntaxFault[]): RepairedPiece {
  const before = syntheticTag('{% if x %}', piece.start);
  const after = syntheticTag('{% endif %}', piece.end);
  const good = piece.fault === null && isGood(source, piece, [...before, ...piece.tokens, ...after], faults);
  const repaired = syntheticTag(tag === 'else' ? '{% else %}' : '{% elif x %}', piece.start);
  return { ...rangeOf(piece), role: 'divide', tag, tokens: good ? piece.tokens : repaired };
}

/** A statement without a body; a broken assignment still makes its name known. */
function inline(source: string, piece: TemplatePiece, faults: SyntaxFault[]): RepairedPiece[] {
  if (piece.fault === null && isGood(source, piece, piece.tokens, faults))
    return [plain(piece, piece.tokens)];
  const equals = piece.tokens.findIndex(isAssignment);
  if (equals < 2) return [];
  const target = piece.tokens.slice(0, equals);
  const value = syntheticTag('{% set x = x %}', piece.tokens[equals]?.start ?? piece.start).slice(-3);
  const tokens = [...target, ...value];
  return Array.isArray(parseTokens(tokens)) ? [plain(piece, tokens)] : [];
}

function isGood(
  source: string,
  piece: TemplatePiece,
  tokens: readonly Token[],
  faults: SyntaxFault[],
): boolean {
  const parsed = parseTokens(tokens);
  if (Array.isArray(parsed)) return true;
  const start = Math.min(
    Math.max(parsed.offset ?? piece.start, piece.start),
    Math.max(piece.end - 1, piece.start),
  );
  const near = nearEnd(source, piece.start + 2, piece.kind === 'print' ? '}}' : '%}');
  const swallowed = piece.tokens.find(
    (token) => token.type === 'string' && token.start < near && token.end > near,
  );
  if (swallowed !== undefined) {
    faults.push({ kind: 'unclosed-string', start: swallowed.start, end: near });
    return false;
  }
  const token = piece.tokens.find((each) => each.start === start);
  faults.push({
    kind: 'refused',
    message: parsed.message,
    start,
    end: Math.max(token?.end ?? start, start + 1),
  });
  return false;
}

/** Whether a `set` has an `=` of its own, and so no body. */
function assigns(tokens: readonly Token[]): boolean {
  return tokens.some(isAssignment);
}

function isAssignment(token: Token, index: number, tokens: readonly Token[]): boolean {
  if (token.type !== 'operator' || token.value !== '=') return false;
  let depth = 0;
  for (const each of tokens.slice(0, index)) {
    if (each.type !== 'operator') continue;
    if ('([{'.includes(each.value)) depth++;
    else if (')]}'.includes(each.value)) depth--;
  }
  return depth === 0;
}

function bare(piece: TemplatePiece, tag: string): Token[] {
  return syntheticTag(`{% ${tag} %}`, piece.end);
}

function plain(piece: Range, tokens: readonly Token[]): RepairedPiece {
  return { ...rangeOf(piece), role: 'plain', tag: '', tokens };
}

function rangeOf({ start, end }: Range): Range {
  return { start, end };
}
