export type Operator =
  | '+'
  | '-'
  | '/'
  | '//'
  | '*'
  | '%'
  | '**'
  | '~'
  | '['
  | ']'
  | '('
  | ')'
  | '{'
  | '}'
  | '=='
  | '!='
  | '>'
  | '>='
  | '<'
  | '<='
  | '='
  | '.'
  | ':'
  | '|'
  | ','
  | ';';

/** A token with its UTF-16 offsets in the normalised template. */
export type Token = { readonly start: number; readonly end: number } & (
  | { readonly type: 'data' | 'name' | 'string'; readonly value: string }
  | { readonly type: 'integer'; readonly value: number | bigint }
  | { readonly type: 'float'; readonly value: number }
  | { readonly type: 'operator'; readonly value: Operator }
  | {
      readonly type: 'block_begin' | 'block_end' | 'variable_begin' | 'variable_end' | 'eof';
      readonly value: string;
    }
);

/** Where a parser takes its tokens from; after the last one it gives `eof` again and again. */
export interface TokenSource {
  next(): Token;
}

const DESCRIPTIONS: Readonly<Record<string, string>> = {
  block_begin: 'begin of statement block',
  block_end: 'end of statement block',
  variable_begin: 'begin of print statement',
  variable_end: 'end of print statement',
  data: 'template data / text',
  eof: 'end of template',
};

/** A token in the words of jinja2's messages. */
export function describeToken(token: Token): string {
  if (token.type === 'name' || token.type === 'operator') return token.value;
  return DESCRIPTIONS[token.type] ?? token.type;
}

/** A kind of token, or `name:value`, or an operator, in the words of jinja2's messages. */
export function describeExpectation(expected: string): string {
  if (expected.startsWith('name:')) return expected.slice(5);
  return DESCRIPTIONS[expected] ?? expected;
}
