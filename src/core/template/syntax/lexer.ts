import { TemplateFault } from '../template-fault.ts';
import { toInt } from '../values/number.ts';
import { repr } from '../values/repr.ts';
import { SPACE } from '../values/unicode.ts';
import { unescapeLiteral } from './string-literal.ts';
import type { Operator, Token } from './token.ts';

const TAG = /\{[{%#]/g;
const RAW_BEGIN = new RegExp(`\\{%([-+]?)[${SPACE}]*raw[${SPACE}]*(?:-%\\}[${SPACE}]*|%\\})`, 'y');
const RAW_END = new RegExp(
  `\\{%([-+]?)[${SPACE}]*endraw[${SPACE}]*(?:\\+%\\}|-%\\}[${SPACE}]*|%\\}\\n?)`,
  'g',
);
const COMMENT_END = new RegExp(`\\+#\\}|-#\\}[${SPACE}]*|#\\}\\n?`, 'g');
const BLOCK_END = new RegExp(`\\+%\\}|-%\\}[${SPACE}]*|%\\}\\n?`, 'y');
const VARIABLE_END = new RegExp(`-\\}\\}[${SPACE}]*|\\}\\}`, 'y');
const WHITE = new RegExp(`[${SPACE}]+`, 'y');
const FLOAT = /(?<!\.)(?:\d+_)*\d+(?:(?:\.(?:\d+_)*\d+)?e[+-]?(?:\d+_)*\d+|\.(?:\d+_)*\d+)/iy;
const INTEGER = /0b(?:_?[01])+|0o(?:_?[0-7])+|0x(?:_?[\da-f])+|[1-9](?:_?\d)*|0(?:_?0)*/iy;
const NAME = /[\p{ID_Continue}\p{N}\u00b7\u0387]+/uy;
const STRING = /'[^'\\]*(?:\\[\s\S][^'\\]*)*'|"[^"\\]*(?:\\[\s\S][^"\\]*)*"/y;
const OPERATOR = /\/\/|\*\*|==|!=|>=|<=|[-+/*%~[\](){}><=.:|,;]/y;
const IDENTIFIER = /^[\p{XIDS}_]\p{XIDC}*$/u;
const LEADING_SPACE_ONLY = new RegExp(`^[${SPACE}]+$`);
const TRAILING_SPACE = new RegExp(`[${SPACE}]+$`);
const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/**
 * Splits a normalised template as jinja2's lexer does with trim_blocks and lstrip_blocks (lexer.py:639). A token is read when it is
 * asked for: of a mistake in the grammar and one in the characters after it, the first is told.
 */
export class Lexer {
  private readonly source: string;
  private readonly tokens: Token[] = [];
  private pos: number;
  private last: number;
  /** The brackets that are open inside a tag; null outside of tags. */
  private open: string[] | null = null;
  private inVariable = false;

  /** Begins at an offset that is outside of tags. */
  constructor(source: string, start = 0) {
    this.source = source;
    this.pos = start;
    this.last = start;
  }

  /** The next token; the end stands where the last token began, as jinja2's own does. */
  next(): Token {
    while (this.tokens.length === 0 && this.pos < this.source.length) {
      if (this.open === null) this.root();
      else this.code(this.open);
    }
    const token = this.tokens.shift() ?? {
      type: 'eof',
      value: '',
      start: this.last,
      end: this.source.length,
    };
    this.last = token.start;
    return token;
  }

  private root(): void {
    const { source, pos } = this;
    TAG.lastIndex = pos;
    const tag = TAG.exec(source);
    if (tag === null) {
      this.data(pos, source.length);
      this.pos = source.length;
      return;
    }
    const at = tag.index;
    const raw = this.match(RAW_BEGIN, at);
    const sign = raw === null ? source.charAt(at + 2).replace(/[^-+]/, '') : (raw[1] ?? '');
    this.text(pos, at, sign, tag[0] !== '{{');
    if (raw !== null) {
      this.raw(at + raw[0].length);
      return;
    }
    this.pos = at + 2 + sign.length;
    if (tag[0] === '{#') this.comment();
    else this.enter(tag[0] === '{{', at);
  }

  /** The text before a tag, stripped as the tag's sign and lstrip_blocks want it. */
  private text(start: number, end: number, sign: string, strips: boolean): void {
    const text = this.source.slice(start, end);
    if (sign === '-') {
      this.data(start, start + text.replace(TRAILING_SPACE, '').length);
      return;
    }
    const lineStart = text.lastIndexOf('\n') + 1;
    const startsLine = lineStart > 0 || start === 0 || this.source.charAt(start - 1) === '\n';
    const strip = strips && sign === '' && startsLine && LEADING_SPACE_ONLY.test(text.slice(lineStart));
    this.data(start, strip ? start + lineStart : end);
  }

  private data(start: number, end: number): void {
    if (end > start) this.tokens.push({ type: 'data', value: this.source.slice(start, end), start, end });
  }

  private comment(): void {
    COMMENT_END.lastIndex = this.pos;
    const end = COMMENT_END.exec(this.source);
    if (end !== null) {
      this.pos = end.index + end[0].length;
      return;
    }
    // jinja2 says nothing about a comment that opens at the very end
    if (this.pos < this.source.length) this.fail('Missing end of comment tag', this.pos);
  }

  private raw(start: number): void {
    RAW_END.lastIndex = start;
    const end = RAW_END.exec(this.source);
    if (end !== null) {
      this.text(start, end.index, end[1] ?? '', true);
      this.pos = end.index + end[0].length;
      return;
    }
    if (start < this.source.length) this.fail('Missing end of raw directive', start);
    this.pos = start;
  }

  private enter(variable: boolean, start: number): void {
    this.open = [];
    this.inVariable = variable;
    this.tokens.push({ type: variable ? 'variable_begin' : 'block_begin', value: '', start, end: this.pos });
  }

  /** The next piece inside of `{{ }}` or `{% %}`. */
  private code(open: string[]): void {
    const start = this.pos;
    const end = open.length > 0 ? null : this.match(this.inVariable ? VARIABLE_END : BLOCK_END, start);
    if (end !== null) {
      this.pos += end[0].length;
      this.open = null;
      const type = this.inVariable ? 'variable_end' : 'block_end';
      this.tokens.push({ type, value: '', start, end: this.pos });
      return;
    }
    const white = this.match(WHITE, start);
    if (white !== null) {
      this.pos += white[0].length;
      return;
    }
    const token = this.literal(start) ?? this.operator(start, open);
    if (token === null) this.fail(`unexpected char ${repr(this.source.charAt(start))} at ${start}`, start);
    this.pos = token.end;
    this.tokens.push(token);
  }

  private literal(start: number): Token | null {
    const float = this.match(FLOAT, start);
    if (float !== null) {
      return {
        type: 'float',
        value: Number(float[0].replaceAll('_', '')),
        start,
        end: start + float[0].length,
      };
    }
    const integer = this.match(INTEGER, start);
    if (integer !== null) return this.integer(integer[0], start);
    const name = this.match(NAME, start);
    if (name !== null) {
      if (!IDENTIFIER.test(name[0])) this.fail('Invalid character in identifier', start);
      return { type: 'name', value: name[0], start, end: start + name[0].length };
    }
    const string = this.match(STRING, start);
    if (string === null) return null;
    return {
      type: 'string',
      value: unescapeLiteral(string[0].slice(1, -1), start),
      start,
      end: start + string[0].length,
    };
  }

  private integer(text: string, start: number): Token {
    const digits = text.replaceAll('_', '');
    if (digits.length > 4300 && /^\d+$/.test(digits)) {
      throw new TemplateFault(
        'ValueError',
        'Exceeds the limit (4300 digits) for integer string conversion',
        start,
      );
    }
    return { type: 'integer', value: toInt(BigInt(digits.toLowerCase())), start, end: start + text.length };
  }

  private operator(start: number, open: string[]): Token | null {
    const match = this.match(OPERATOR, start);
    if (match === null) return null;
    const value = match[0] as Operator;
    const closing = CLOSING[value];
    if (closing !== undefined) open.push(closing);
    else if (value === ')' || value === ']' || value === '}') {
      const expected = open.pop();
      if (expected === undefined) this.fail(`unexpected '${value}'`, start);
      if (expected !== value) this.fail(`unexpected '${value}', expected '${expected}'`, start);
    }
    return { type: 'operator', value, start, end: start + value.length };
  }

  private match(pattern: RegExp, at: number): RegExpExecArray | null {
    pattern.lastIndex = at;
    return pattern.exec(this.source);
  }

  private fail(message: string, offset: number): never {
    throw new TemplateFault('TemplateSyntaxError', message, offset);
  }
}
