import { Lexer } from '../syntax/lexer.ts';
import type { Token } from '../syntax/token.ts';

/** Tags that open a block: how it closes, and the shortest opening that parses, in which `x` stands for any name. */
export const BLOCK_TAGS: Readonly<Record<string, { readonly end: string; readonly opening: string }>> = {
  for: { end: 'endfor', opening: '{% for x in x %}' },
  if: { end: 'endif', opening: '{% if x %}' },
  set: { end: 'endset', opening: '{% set x %}' },
  macro: { end: 'endmacro', opening: '{% macro x() %}' },
  call: { end: 'endcall', opening: '{% call x() %}' },
  filter: { end: 'endfilter', opening: '{% filter x %}' },
  with: { end: 'endwith', opening: '{% with %}' },
  autoescape: { end: 'endautoescape', opening: '{% autoescape x %}' },
  generation: { end: 'endgeneration', opening: '{% generation %}' },
  block: { end: 'endblock', opening: '{% block x %}' },
};

/** Tags that stand for themselves. */
export const PLAIN_TAGS: readonly string[] = [
  'break',
  'continue',
  'print',
  'include',
  'import',
  'from',
  'extends',
];

export const END_TAGS: ReadonlyMap<string, string> = new Map(
  Object.entries(BLOCK_TAGS).map(([tag, { end }]) => [end, tag]),
);

/** The tokens of a tag that nobody wrote, all at one offset; its names are empty, so that no analysis takes them for real ones. */
export function syntheticTag(text: string, at: number): Token[] {
  const lexer = new Lexer(text);
  const tokens: Token[] = [];
  for (let token = lexer.next(); token.type !== 'eof'; token = lexer.next()) {
    const place = { start: at, end: at };
    tokens.push(
      token.type === 'name' && token.value === 'x'
        ? { ...token, ...place, value: '' }
        : { ...token, ...place },
    );
  }
  return tokens;
}
