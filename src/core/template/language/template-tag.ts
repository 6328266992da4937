import { asFault } from '../compile-cache.ts';
import { Lexer } from '../syntax/lexer.ts';
import type { Token } from '../syntax/token.ts';
import type { SyntaxFault } from './syntax-fault.ts';
import type { Range } from './variable.ts';

/** A piece of a template: text, or a tag with its tokens, its two marks included. Offsets of the normalised template. */
export interface TemplatePiece extends Range {
  readonly kind: 'text' | 'print' | 'statement';
  readonly tokens: readonly Token[];
  /** Why the tag cannot be read; its tokens then end where that was found. */
  readonly fault: SyntaxFault | null;
}

/** Splits any text into pieces: what the lexer refuses ends at the next mark, and reading goes on behind it. */
export function readPieces(source: string): TemplatePiece[] {
  const pieces: TemplatePiece[] = [];
  for (let at = 0; at < source.length;) at = readFrom(source, at, pieces);
  return pieces;
}

/** Reads up to the end or to the first broken tag, and gives where to go on. */
function readFrom(source: string, start: number, pieces: TemplatePiece[]): number {
  const lexer = new Lexer(source, start);
  let tag: Token[] | null = null;
  for (;;) {
    const token = tokenOf(lexer);
    if ('message' in token) {
      const broken = brokenPiece(source, start, tag, token);
      pieces.push(broken);
      return broken.end;
    }
    if (token.type === 'eof') {
      if (tag === null) return source.length;
      const fault = { kind: 'unclosed-mark', ...markOf(tag, source.length) } as const;
      const broken = brokenPiece(source, start, tag, fault);
      pieces.push(broken);
      return broken.end;
    }
    if (tag === null && token.type === 'data') pieces.push(piece('text', [token]));
    else if (token.type === 'block_begin' || token.type === 'variable_begin') tag = [token];
    else if (tag !== null && opensInside(source, token)) {
      pieces.push({
        ...piece(kindOf(tag), tag),
        end: token.start,
        fault: { kind: 'unclosed-mark', ...markOf(tag, token.start) },
      });
      return token.start;
    } else if (tag !== null) {
      tag.push(token);
      if (token.type !== 'block_end' && token.type !== 'variable_end') continue;
      pieces.push(piece(kindOf(tag), tag));
      tag = null;
    }
  }
}

type Refusal = Extract<SyntaxFault, { kind: 'refused' }>;

function tokenOf(lexer: Lexer): Token | Refusal {
  try {
    return lexer.next();
  } catch (error) {
    const { message, offset } = asFault(error);
    const start = offset ?? 0;
    return { kind: 'refused', message, start, end: start + 1 };
  }
}

/** `{%` and `{#` never stand inside a tag, and `{{` only in a dict of dicts that Python refuses. */
function opensInside(source: string, token: Token): boolean {
  return token.type === 'operator' && token.value === '{' && '{%#'.includes(source.charAt(token.start + 1));
}

function kindOf(tag: readonly Token[]): 'print' | 'statement' {
  return tag[0]?.type === 'variable_begin' ? 'print' : 'statement';
}

function markOf(tag: readonly Token[], end: number): { mark: '{{' | '{%'; start: number; end: number } {
  const [first] = tag;
  const start = first?.start ?? 0;
  return { mark: kindOf(tag) === 'print' ? '{{' : '{%', start, end: Math.min(first?.end ?? end, end) };
}

function piece(kind: TemplatePiece['kind'], tokens: readonly Token[]): TemplatePiece {
  return { kind, tokens, start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0, fault: null };
}

/** A tag that the lexer refuses. It ends at its own closing mark if one comes before the next opening mark, strings notwithstanding. */
function brokenPiece(
  source: string,
  from: number,
  tag: readonly Token[] | null,
  fault: SyntaxFault,
): TemplatePiece {
  if (tag === null) return { ...openPiece(source, from), fault };
  const kind = kindOf(tag);
  const start = tag[0]?.start ?? from;
  const end = nearEnd(source, start + 2, kind === 'print' ? '}}' : '%}');
  const tokens = tag.filter((token) => token.end <= end);
  if (fault.start < end && !/['"]/.test(source.charAt(fault.start)))
    return { kind, start, end, tokens, fault };
  const closed = /[%}]\}$/.test(source.slice(start, end));
  const quote = openQuote(source, tokens.at(-1)?.end ?? start, end);
  if (quote !== null) return { kind, start, end, tokens, fault: { kind: 'unclosed-string', ...quote } };
  if (closed) return { kind, start, end, tokens, fault: { ...fault, start, end } };
  return { kind, start, end, tokens, fault: { kind: 'unclosed-mark', ...markOf(tag, end) } };
}

/** A comment or a raw block that does not end: the rest of the text. */
function openPiece(source: string, from: number): Omit<TemplatePiece, 'fault'> {
  return { kind: 'text', tokens: [], start: from, end: source.length };
}

/** Where a tag ends that is not closed as it should be: behind its closing mark, or before the next opening mark. */
export function nearEnd(source: string, from: number, closing: '}}' | '%}'): number {
  const opening = /\{[{%#]/g;
  opening.lastIndex = from;
  const open = opening.exec(source)?.index ?? source.length;
  // only up to there: a search to the end for each of many broken tags would take forever
  const close = source.slice(from, open).indexOf(closing);
  return close >= 0 ? from + close + 2 : open;
}

function openQuote(source: string, from: number, end: number): Range | null {
  const quote = /['"]/.exec(source.slice(from, end));
  return quote === null ? null : { start: from + quote.index, end };
}
