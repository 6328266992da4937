import { TemplateFault } from '../template-fault.ts';
import { describeExpectation, describeToken, type Operator, type Token, type TokenSource } from './token.ts';

/** What Python's recursion limit of 1,000 leaves for a template's nesting. */
const MAX_FRAMES = 985;

/** The parser's view of the tokens: the current one, one to look ahead, and what must come. */
export class TokenStream {
  private readonly source: TokenSource;
  private readonly tokens: Token[] = [];
  private index = 0;
  private frames = 0;

  constructor(source: TokenSource) {
    this.source = source;
    this.at(0);
  }

  /** Goes deeper by frames of Python's stack, which ends at its limit; `leave` must follow. */
  enter(frames: number): void {
    this.frames += frames;
    if (this.frames > MAX_FRAMES) this.fail('maximum recursion depth exceeded');
  }

  leave(frames: number): void {
    this.frames -= frames;
  }

  get current(): Token {
    return this.at(this.index);
  }

  /** Where the last consumed token ended. */
  get lastEnd(): number {
    return this.index === 0 ? 0 : this.at(this.index - 1).end;
  }

  look(): Token {
    return this.at(this.index + 1);
  }

  next(): Token {
    const token = this.current;
    if (token.type !== 'eof') this.at(++this.index);
    return token;
  }

  isName(...names: readonly string[]): boolean {
    const { current } = this;
    return current.type === 'name' && names.includes(current.value);
  }

  isOperator(...operators: readonly Operator[]): boolean {
    const { current } = this;
    return current.type === 'operator' && operators.includes(current.value);
  }

  skipName(name: string): boolean {
    if (!this.isName(name)) return false;
    this.next();
    return true;
  }

  skipOperator(operator: Operator): boolean {
    if (!this.isOperator(operator)) return false;
    this.next();
    return true;
  }

  expectName(name?: string): Token & { type: 'name' } {
    const { current } = this;
    if (current.type !== 'name' || (name !== undefined && current.value !== name)) {
      return this.unexpected(name === undefined ? 'name' : `name:${name}`);
    }
    this.next();
    return current as Token & { type: 'name' };
  }

  expectOperator(operator: Operator): Token {
    return this.isOperator(operator) ? this.next() : this.unexpected(operator);
  }

  expectType(type: 'block_end' | 'variable_end'): Token {
    return this.current.type === type ? this.next() : this.unexpected(type);
  }

  fail(message: string, offset = this.current.start): never {
    throw new TemplateFault('TemplateSyntaxError', message, offset);
  }

  private unexpected(expected: string): never {
    const what = describeExpectation(expected);
    if (this.current.type === 'eof') return this.fail(`unexpected end of template, expected '${what}'.`);
    return this.fail(`expected token '${what}', got '${describeToken(this.current)}'`);
  }

  private at(index: number): Token {
    for (;;) {
      const token = this.tokens[index];
      if (token !== undefined) return token;
      this.tokens.push(this.source.next());
    }
  }
}
