import type { ArithmeticOperator } from '../values/arithmetic.ts';
import type { CallArguments, CompareOperator, Expression, FilterNode, Keyword, SliceNode } from './nodes.ts';
import { describeToken, type Operator, type Token } from './token.ts';
import type { TokenStream } from './token-stream.ts';

const COMPARE: readonly Operator[] = ['==', '!=', '<', '<=', '>', '>='];

/** Frames of Python's parser that each nesting costs; folding takes two for a sign. */
const FRAMES = { expression: 13, tuple: 1, arguments: 1, sign: 2 };

/** jinja2's expression grammar, its odd corners included: `~` binds tighter than `+`, `**` to the left (parser.py:494). */
export class ExpressionParser {
  readonly stream: TokenStream;

  constructor(stream: TokenStream) {
    this.stream = stream;
  }

  expression(withConditional = true): Expression {
    this.stream.enter(FRAMES.expression);
    const node = withConditional ? this.conditional() : this.or();
    this.stream.leave(FRAMES.expression);
    return node;
  }

  /** One expression, or a tuple if commas follow. */
  tuple(options: { conditional?: boolean; parenthesized?: boolean } = {}): Expression {
    const { start } = this.stream.current;
    const items: Expression[] = [];
    let isTuple = false;
    let mark = start;
    for (;;) {
      if (items.length > 0) this.stream.expectOperator(',');
      if (this.isTupleEnd()) break;
      items.push(this.expression(options.conditional ?? true));
      if (!this.stream.isOperator(',')) break;
      isTuple = true;
      mark = this.stream.current.start;
    }
    const [first] = items;
    if (!isTuple && first !== undefined) return first;
    if (!isTuple && options.parenthesized !== true) {
      this.stream.fail(`Expected an expression, got '${describeToken(this.stream.current)}'`);
    }
    return { kind: 'tuple', items, start, end: this.stream.lastEnd, mark };
  }

  /** Words do not end a tuple, though jinja2 means them to: `for a, in x` fails in its is_tuple_end as well. */
  isTupleEnd(): boolean {
    const { current } = this.stream;
    if (current.type === 'variable_end' || current.type === 'block_end') return true;
    return this.stream.isOperator(')');
  }

  private conditional(): Expression {
    const { start } = this.stream.current;
    let mark = start;
    let node = this.or();
    while (this.stream.skipName('if')) {
      const test = this.or();
      const no = this.stream.skipName('else') ? this.conditional() : null;
      node = { kind: 'conditional', test, yes: node, no, start, end: this.stream.lastEnd, mark };
      mark = this.stream.current.start;
    }
    return node;
  }

  private or(): Expression {
    let mark = this.stream.current.start;
    let left = this.and();
    while (this.stream.skipName('or')) {
      const right = this.and();
      left = { kind: 'or', left, right, start: left.start, end: right.end, mark };
      mark = this.stream.current.start;
    }
    return left;
  }

  private and(): Expression {
    let mark = this.stream.current.start;
    let left = this.not();
    while (this.stream.skipName('and')) {
      const right = this.not();
      left = { kind: 'and', left, right, start: left.start, end: right.end, mark };
      mark = this.stream.current.start;
    }
    return left;
  }

  private not(): Expression {
    const { start } = this.stream.current;
    if (!this.stream.skipName('not')) return this.compare();
    this.stream.enter(FRAMES.sign);
    const node = this.not();
    this.stream.leave(FRAMES.sign);
    return { kind: 'not', node, start, end: node.end };
  }

  private compare(): Expression {
    const left = this.sum();
    const operands: { operator: CompareOperator; right: Expression }[] = [];
    for (let operator = this.compareOperator(); operator !== null; operator = this.compareOperator()) {
      operands.push({ operator, right: this.sum() });
    }
    if (operands.length === 0) return left;
    const mark = this.stream.current.start;
    return { kind: 'compare', left, operands, start: left.start, end: this.stream.lastEnd, mark };
  }

  private compareOperator(): CompareOperator | null {
    const { stream } = this;
    if (stream.isOperator(...COMPARE)) return stream.next().value as CompareOperator;
    if (stream.skipName('in')) return 'in';
    if (!stream.isName('not')) return null;
    const ahead = stream.look();
    if (ahead.type !== 'name' || ahead.value !== 'in') return null;
    stream.next();
    stream.next();
    return 'not in';
  }

  private sum(): Expression {
    return this.leftToRight(['+', '-'], () => this.concat());
  }

  private concat(): Expression {
    const nodes = [this.product()];
    while (this.stream.skipOperator('~')) nodes.push(this.product());
    const [first] = nodes;
    if (nodes.length === 1 && first !== undefined) return first;
    return { kind: 'concat', nodes, start: first?.start ?? 0, end: this.stream.lastEnd };
  }

  private product(): Expression {
    return this.leftToRight(['*', '/', '//', '%'], () => this.power());
  }

  private power(): Expression {
    return this.leftToRight(['**'], () => this.unary());
  }

  private leftToRight(operators: readonly Operator[], operand: () => Expression): Expression {
    let mark = this.stream.current.start;
    let left = operand();
    while (this.stream.isOperator(...operators)) {
      const operator = this.stream.next().value as ArithmeticOperator | '%';
      const right = operand();
      left = { kind: 'binary', operator, left, right, start: left.start, end: right.end, mark };
      mark = this.stream.current.start;
    }
    return left;
  }

  unary(withFilter = true): Expression {
    const { start } = this.stream.current;
    let node: Expression;
    if (this.stream.isOperator('-', '+')) {
      this.stream.enter(FRAMES.sign);
      const operator = this.stream.next().value as '-' | '+';
      node = { kind: 'sign', operator, node: this.unary(false), start, end: this.stream.lastEnd };
      this.stream.leave(FRAMES.sign);
    } else {
      node = this.primary();
    }
    node = this.postfix(node);
    return withFilter ? this.filterExpression(node) : node;
  }

  primary(): Expression {
    const { stream } = this;
    const token = stream.current;
    if (token.type === 'string') return this.strings();
    if (token.type !== 'name' && token.type !== 'integer' && token.type !== 'float')
      return this.bracketed(token);
    stream.next();
    if (token.type === 'name') return nameOrConstant(token.value, token);
    const value = token.type === 'float' ? { float: token.value } : token.value;
    return { kind: 'constant', value, start: token.start, end: token.end };
  }

  private strings(): Expression {
    const { start } = this.stream.current;
    let value = '';
    for (let { current } = this.stream; current.type === 'string'; current = this.stream.current) {
      value += current.value;
      this.stream.next();
    }
    return { kind: 'constant', value, start, end: this.stream.lastEnd };
  }

  private bracketed(token: Token): Expression {
    const { stream } = this;
    const { start } = token;
    if (stream.skipOperator('(')) {
      stream.enter(FRAMES.tuple);
      const node = this.tuple({ parenthesized: true });
      stream.leave(FRAMES.tuple);
      stream.expectOperator(')');
      return node;
    }
    if (stream.skipOperator('[')) {
      const items = this.items(']', () => this.expression());
      return { kind: 'list', items, start, end: stream.lastEnd };
    }
    if (stream.skipOperator('{')) {
      const entries = this.items('}', (): [Expression, Expression] => {
        const key = this.expression();
        stream.expectOperator(':');
        return [key, this.expression()];
      });
      return { kind: 'dict', entries, start, end: stream.lastEnd };
    }
    return stream.fail(`unexpected '${describeToken(token)}'`, start);
  }

  private items<T>(closing: ']' | '}', item: () => T): T[] {
    const items: T[] = [];
    while (!this.stream.isOperator(closing)) {
      if (items.length > 0) this.stream.expectOperator(',');
      if (this.stream.isOperator(closing)) break;
      items.push(item());
    }
    this.stream.expectOperator(closing);
    return items;
  }

  postfix(first: Expression): Expression {
    let node = first;
    for (;;) {
      if (this.stream.isOperator('.', '[')) node = this.subscript(node);
      else if (this.stream.isOperator('(')) node = this.call(node);
      else return node;
    }
  }

  private filterExpression(first: Expression): Expression {
    let node = first;
    for (;;) {
      if (this.stream.isOperator('|')) node = this.filters(node) ?? node;
      else if (this.stream.isName('is')) node = this.test(node);
      else if (this.stream.isOperator('(')) node = this.call(node);
      else return node;
    }
  }

  private call(callee: Expression): Expression {
    const mark = this.stream.current.start;
    const args = this.callArguments();
    return { kind: 'call', callee, ...args, start: callee.start, end: this.stream.lastEnd, mark };
  }

  private subscript(node: Expression): Expression {
    const { stream } = this;
    const mark = stream.current.start;
    if (stream.skipOperator('.')) {
      const token = stream.next();
      const { start } = node;
      if (token.type === 'name')
        return { kind: 'attribute', node, name: token.value, start, end: token.end, mark };
      if (token.type !== 'integer') return stream.fail('expected name or number', token.start);
      const key: Expression = { kind: 'constant', value: token.value, start: token.start, end: token.end };
      return { kind: 'item', node, key, start, end: token.end, mark };
    }
    const open = stream.next();
    const keys: Expression[] = [];
    while (!stream.isOperator(']')) {
      if (keys.length > 0) stream.expectOperator(',');
      keys.push(this.subscribed());
    }
    stream.expectOperator(']');
    const [first] = keys;
    const key: Expression =
      keys.length === 1 && first !== undefined
        ? first
        : { kind: 'tuple', items: keys, start: open.start, end: stream.lastEnd };
    return { kind: 'item', node, key, start: node.start, end: stream.lastEnd, mark };
  }

  private subscribed(): Expression {
    const { stream } = this;
    const { start } = stream.current;
    const from = stream.isOperator(':') ? null : this.expression();
    if (!stream.skipOperator(':')) return from ?? stream.fail('expected subscript expression');
    const ends = (): boolean => stream.isOperator(']', ',');
    const to = stream.isOperator(':') || ends() ? null : this.expression();
    const step = stream.skipOperator(':') && !ends() ? this.expression() : null;
    return { kind: 'slice', from, to, step, start, end: stream.lastEnd } satisfies SliceNode;
  }

  /** `name(args)|name…`; `first` null begins the chain of a filter block without a pipe in front if `inline`. */
  filters(first: Expression | null, inline = false): FilterNode | null {
    const { stream } = this;
    let node: FilterNode | null = null;
    let bare = inline;
    while (bare || stream.isOperator('|')) {
      if (!bare) stream.next();
      bare = false;
      const { start } = stream.current;
      const name = this.dottedName();
      const args = stream.isOperator('(') ? this.callArguments() : NO_ARGUMENTS;
      node = { kind: 'filter', node: node ?? first, name, ...args, start, end: stream.lastEnd };
    }
    return node;
  }

  private dottedName(): string {
    let name = this.stream.expectName().value;
    while (this.stream.skipOperator('.')) name += `.${this.stream.expectName().value}`;
    return name;
  }

  private test(node: Expression): Expression {
    const { stream } = this;
    const { start } = stream.next();
    const negated = stream.skipName('not');
    const name = this.dottedName();
    const args = this.testArguments();
    const test: Expression = { kind: 'test', node, name, ...args, start, end: stream.lastEnd };
    return negated ? { kind: 'not', node: test, start, end: test.end } : test;
  }

  private testArguments(): CallArguments {
    const { stream } = this;
    if (stream.isOperator('(')) return this.callArguments();
    const { type } = stream.current;
    const begins = ['name', 'string', 'integer', 'float'].includes(type) || stream.isOperator('[', '{');
    if (!begins || stream.isName('else', 'or', 'and')) return NO_ARGUMENTS;
    if (stream.isName('is')) stream.fail('You cannot chain multiple tests with is');
    return { ...NO_ARGUMENTS, args: [this.postfix(this.primary())] };
  }

  private callArguments(): CallArguments {
    const { stream } = this;
    const open = stream.expectOperator('(');
    stream.enter(FRAMES.arguments);
    const args: Expression[] = [];
    const kwargs: Keyword[] = [];
    let dynArgs: Expression | null = null;
    let dynKwargs: Expression | null = null;
    const ensure = (allowed: boolean): void => {
      if (!allowed) stream.fail('invalid syntax for function call expression', open.start);
    };
    for (let first = true; !stream.isOperator(')'); first = false) {
      if (!first) {
        stream.expectOperator(',');
        if (stream.isOperator(')')) break;
      }
      if (stream.skipOperator('*')) {
        ensure(dynArgs === null && dynKwargs === null);
        dynArgs = this.expression();
      } else if (stream.skipOperator('**')) {
        ensure(dynKwargs === null);
        dynKwargs = this.expression();
      } else if (stream.current.type === 'name' && isAssignment(stream.look())) {
        ensure(dynKwargs === null);
        const key = stream.expectName().value;
        stream.next();
        if (kwargs.some((each) => each.key === key)) stream.fail(`keyword argument repeated: ${key}`);
        kwargs.push({ key, value: this.expression() });
      } else {
        ensure(dynArgs === null && dynKwargs === null && kwargs.length === 0);
        args.push(this.expression());
      }
    }
    stream.leave(FRAMES.arguments);
    stream.expectOperator(')');
    return { args, kwargs, dynArgs, dynKwargs };
  }
}

function isAssignment(token: Token): boolean {
  return token.type === 'operator' && token.value === '=';
}

const NO_ARGUMENTS: CallArguments = { args: [], kwargs: [], dynArgs: null, dynKwargs: null };

function nameOrConstant(name: string, { start, end }: Token): Expression {
  switch (name) {
    case 'true':
    case 'True':
      return { kind: 'constant', value: true, start, end };
    case 'false':
    case 'False':
      return { kind: 'constant', value: false, start, end };
    case 'none':
    case 'None':
      return { kind: 'constant', value: null, start, end };
    default:
      return { kind: 'name', name, start, end };
  }
}
