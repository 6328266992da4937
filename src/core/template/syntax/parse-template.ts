import { TemplateFault } from '../template-fault.ts';
import { SPACE } from '../values/unicode.ts';
import { Lexer } from './lexer.ts';
import {
  markOf,
  type AssignTarget,
  type Expression,
  type IfNode,
  type NameNode,
  type Signature,
  type Statement,
} from './nodes.ts';
import { ExpressionParser } from './parse-expression.ts';
import { describeToken } from './token.ts';
import { TokenStream } from './token-stream.ts';

/** Parses a normalised template. Throws a TemplateFault with its place. */
export function parseTemplate(source: string): Statement[] {
  const stream = new TokenStream(new Lexer(source));
  return new TemplateParser(stream, new ExpressionParser(stream)).body(null);
}

const WHITE_ONLY = new RegExp(`^[${SPACE}]+$`);
const RESERVED = new Set(['true', 'True', 'false', 'False', 'none', 'None']);
/** Frames of Python's parser for a statement inside another. */
const STATEMENT_FRAMES = 4;

export class TemplateParser {
  private readonly stream: TokenStream;
  private readonly expressions: ExpressionParser;
  private readonly tags: string[] = [];
  private readonly ends: (readonly string[])[] = [];

  constructor(stream: TokenStream, expressions: ExpressionParser) {
    this.stream = stream;
    this.expressions = expressions;
  }

  /** Statements up to one of the end tags, which stays current; null: up to the end of the template. */
  body(endTags: readonly string[] | null): Statement[] {
    const { stream } = this;
    const statements: Statement[] = [];
    if (endTags !== null) this.ends.push(endTags);
    stream.enter(STATEMENT_FRAMES);
    for (;;) {
      const token = stream.current;
      if (token.type === 'eof') break;
      stream.next();
      if (token.type === 'data') {
        statements.push({ kind: 'data', text: token.value, start: token.start, end: token.end });
      } else if (token.type === 'variable_begin') {
        const node = this.expressions.tuple();
        stream.expectType('variable_end');
        statements.push({ kind: 'print', node, start: token.start, end: stream.lastEnd });
      } else {
        if (endTags !== null && stream.isName(...endTags)) {
          this.ends.pop();
          stream.leave(STATEMENT_FRAMES);
          return statements;
        }
        statements.push(...this.statement(token.start));
        stream.expectType('block_end');
      }
    }
    if (endTags !== null) this.failUnclosed(null);
    return statements;
  }

  private statement(start: number): Statement[] {
    const { stream } = this;
    const token = stream.current;
    if (token.type !== 'name') return stream.fail('tag name expected');
    this.tags.push(token.value);
    const statements = this.tagged(token.value, start);
    this.tags.pop();
    return statements.map((each) => ({ ...each, mark: each.mark ?? token.start }));
  }

  private tagged(tag: string, start: number): Statement[] {
    switch (tag) {
      case 'for':
        return [this.forLoop(start)];
      case 'if':
        return [this.condition(start)];
      case 'set':
        return [this.set(start)];
      case 'macro':
        return [this.macro(start)];
      case 'call':
        return [this.callBlock(start)];
      case 'filter':
        return [this.filterBlock(start)];
      case 'with':
        return [this.withBlock(start)];
      case 'autoescape':
        return [this.autoescape(start)];
      case 'generation':
        this.stream.next();
        return [this.close({ kind: 'generation', body: this.until('endgeneration'), start })];
      case 'block':
        return [this.block(start)];
      case 'print':
        return this.print();
      case 'break':
      case 'continue':
        this.stream.next();
        return [{ kind: tag, start, end: this.stream.lastEnd }];
      case 'extends':
      case 'include':
      case 'import':
      case 'from':
        return [this.load(tag, start)];
      default:
        this.tags.pop();
        return this.failUnclosed(tag);
    }
  }

  private close<T extends object>(node: T): T & { end: number } {
    return { ...node, end: this.stream.lastEnd };
  }

  /** The body of a block: from the end of its opening tag to the name of one of its end tags, which is consumed if it is the only one. */
  private until(...endTags: readonly string[]): Statement[] {
    this.stream.skipOperator(':');
    this.stream.expectType('block_end');
    const body = this.body(endTags);
    if (endTags.length === 1) this.stream.next();
    return body;
  }

  private forLoop(start: number): Statement {
    const { stream } = this;
    stream.next();
    const target = this.target({});
    stream.expectName('in');
    const iterable = this.expressions.tuple({ conditional: false });
    const test = stream.skipName('if') ? this.expressions.expression() : null;
    const recursive = stream.skipName('recursive');
    const body = this.until('endfor', 'else');
    const otherwise = stream.next().value === 'endfor' ? [] : this.until('endfor');
    return this.close({ kind: 'for' as const, target, iterable, test, recursive, body, otherwise, start });
  }

  private condition(start: number): IfNode {
    const { stream } = this;
    stream.next();
    const branch = (): { test: Expression; body: Statement[]; mark: number } => ({
      mark: stream.current.start,
      test: this.expressions.tuple({ conditional: false }),
      body: this.until('elif', 'else', 'endif'),
    });
    const first = branch();
    const elifs: { test: Expression; body: Statement[]; mark: number }[] = [];
    for (;;) {
      const end = stream.next().value;
      if (end === 'elif') elifs.push(branch());
      else {
        const otherwise = end === 'else' ? this.until('endif') : [];
        return this.close({ kind: 'if' as const, ...first, elifs, otherwise, start });
      }
    }
  }

  private set(start: number): Statement {
    const { stream } = this;
    stream.next();
    const target = this.target({ namespace: true });
    if (stream.skipOperator('=')) {
      return this.close({ kind: 'set' as const, target, value: this.expressions.tuple(), start });
    }
    const filter = this.expressions.filters(null);
    return this.close({ kind: 'set block' as const, target, filter, body: this.until('endset'), start });
  }

  private macro(start: number): Statement {
    this.stream.next();
    const { name } = this.nameTarget();
    const signature = this.signature();
    return this.close({ kind: 'macro' as const, name, ...signature, body: this.until('endmacro'), start });
  }

  private callBlock(start: number): Statement {
    const { stream } = this;
    stream.next();
    const signature = stream.isOperator('(') ? this.signature() : { params: [], defaults: [] };
    const call = this.expressions.expression();
    if (call.kind !== 'call') return stream.fail('expected call', start);
    return this.close({
      kind: 'call block' as const,
      ...signature,
      call,
      body: this.until('endcall'),
      start,
    });
  }

  private filterBlock(start: number): Statement {
    this.stream.next();
    const filter = this.expressions.filters(null, true);
    if (filter === null) return this.stream.fail('expected filter');
    return this.close({ kind: 'filter block' as const, filter, body: this.until('endfilter'), start });
  }

  private withBlock(start: number): Statement {
    const { stream } = this;
    stream.next();
    const targets: AssignTarget[] = [];
    const values: Expression[] = [];
    while (stream.current.type !== 'block_end') {
      if (targets.length > 0) stream.expectOperator(',');
      targets.push(this.target({}));
      stream.expectOperator('=');
      values.push(this.expressions.expression());
    }
    return this.close({ kind: 'with' as const, targets, values, body: this.until('endwith'), start });
  }

  private autoescape(start: number): Statement {
    this.stream.next();
    const value = this.expressions.expression();
    return this.close({ kind: 'autoescape' as const, value, body: this.until('endautoescape'), start });
  }

  private block(start: number): Statement {
    const { stream } = this;
    stream.next();
    const name = stream.expectName().value;
    const scoped = stream.skipName('scoped');
    const required = stream.skipName('required');
    if (stream.isOperator('-')) {
      stream.fail(
        'Block names in Jinja have to be valid Python identifiers and may not contain hyphens, use an underscore instead.',
      );
    }
    const body = this.until('endblock');
    if (required && !body.every((each) => each.kind === 'data' && WHITE_ONLY.test(each.text))) {
      stream.fail('Required blocks can only contain comments or whitespace');
    }
    stream.skipName(name);
    return this.close({ kind: 'block' as const, name, scoped, required, body, start });
  }

  private print(): Statement[] {
    const { stream } = this;
    stream.next();
    const statements: Statement[] = [];
    while (stream.current.type !== 'block_end') {
      if (statements.length > 0) stream.expectOperator(',');
      const node = this.expressions.expression();
      statements.push({ kind: 'print', node, start: node.start, end: node.end, mark: markOf(node) });
    }
    return statements;
  }

  private load(tag: string, start: number): Statement {
    const { stream } = this;
    stream.next();
    const template = this.expressions.expression();
    const names: NameNode[] = [];
    let ignoreMissing = false;
    if (tag === 'import') {
      stream.expectName('as');
      names.push(this.nameTarget());
    } else if (tag === 'from') {
      stream.expectName('import');
      this.importedNames(names);
    } else if (tag === 'include' && stream.isName('ignore') && this.isAhead('missing')) {
      stream.next();
      stream.next();
      ignoreMissing = true;
    }
    if (tag === 'import' || tag === 'include') this.importContext();
    return this.close({ kind: 'load' as const, tag, names, template, ignoreMissing, start });
  }

  private importedNames(names: NameNode[]): void {
    const { stream } = this;
    do {
      if (this.importContext()) return;
      const name = this.nameTarget();
      if (name.name.startsWith('_')) {
        throw new TemplateFault(
          'TemplateAssertionError',
          'names starting with an underline can not be imported',
          name.start,
        );
      }
      names.push(stream.skipName('as') ? this.nameTarget() : name);
      if (this.importContext()) return;
    } while (stream.skipOperator(','));
  }

  private importContext(): boolean {
    const { stream } = this;
    if (!stream.isName('with', 'without') || !this.isAhead('context')) return false;
    stream.next();
    stream.next();
    return true;
  }

  private isAhead(name: string): boolean {
    const ahead = this.stream.look();
    return ahead.type === 'name' && ahead.value === name;
  }

  private signature(): Signature {
    const { stream } = this;
    const params: NameNode[] = [];
    const defaults: Expression[] = [];
    stream.expectOperator('(');
    while (!stream.isOperator(')')) {
      if (params.length > 0) stream.expectOperator(',');
      const param = this.nameTarget();
      if (params.some((each) => each.name === param.name)) {
        stream.fail(`duplicate argument '${param.name}' in function definition`);
      }
      if (stream.skipOperator('=')) defaults.push(this.expressions.expression());
      else if (defaults.length > 0) stream.fail('non-default argument follows default argument');
      params.push(param);
    }
    stream.expectOperator(')');
    return { params, defaults };
  }

  private nameTarget(): NameNode {
    const { value: name, start, end } = this.stream.expectName();
    if (RESERVED.has(name)) this.stream.fail("can't assign to 'name'", start);
    return { kind: 'name', name, start, end };
  }

  /** What may stand left of `=` and `in`: names, tuples of them, and with `namespace` also `ns.attribute`. */
  private target(options: { namespace?: boolean }): AssignTarget {
    const { stream } = this;
    const { start } = stream.current;
    const items: AssignTarget[] = [];
    let isTuple = false;
    for (;;) {
      if (items.length > 0) stream.expectOperator(',');
      if (this.expressions.isTupleEnd()) break;
      items.push(this.simpleTarget(options.namespace ?? false));
      if (!stream.isOperator(',')) break;
      isTuple = true;
    }
    const [first] = items;
    if (!isTuple && first !== undefined) return first;
    if (!isTuple) return stream.fail(`Expected an expression, got '${describeToken(stream.current)}'`);
    return { kind: 'tuple', items, start, end: stream.lastEnd };
  }

  private simpleTarget(namespace: boolean): AssignTarget {
    const { stream } = this;
    const { current } = stream;
    const isName = namespace && current.type === 'name' && !RESERVED.has(current.value);
    const ahead = isName ? stream.look() : null;
    if (isName && ahead?.type === 'operator' && ahead.value === '.') {
      stream.next();
      stream.next();
      const attribute = stream.expectName();
      return {
        kind: 'nsref',
        name: current.value,
        attribute: attribute.value,
        start: current.start,
        end: attribute.end,
      };
    }
    return this.asTarget(this.expressions.primary());
  }

  private asTarget(node: Expression): AssignTarget {
    if (node.kind === 'name' || node.kind === 'nsref') return node;
    if (node.kind === 'tuple') return { ...node, items: node.items.map((item) => this.asTarget(item)) };
    return this.stream.fail(
      `can't assign to '${node.kind === 'constant' ? 'const' : node.kind}'`,
      node.start,
    );
  }

  /** A tag that is none (`tag`), or the end of the template inside a block. */
  private failUnclosed(tag: string | null): never {
    const looking = this.ends
      .at(-1)
      ?.map((end) => `'${end}'`)
      .join(' or ');
    const message = [tag === null ? 'Unexpected end of template.' : `Encountered unknown tag '${tag}'.`];
    if (looking !== undefined && tag !== null && this.ends.some((ends) => ends.includes(tag))) {
      message.push(
        `You probably made a nesting mistake. Jinja is expecting this tag, but currently looking for ${looking}.`,
      );
    } else if (looking !== undefined) {
      message.push(`Jinja was looking for the following tags: ${looking}.`);
    }
    const innermost = this.tags.at(-1);
    if (innermost !== undefined)
      message.push(`The innermost block that needs to be closed is '${innermost}'.`);
    return this.stream.fail(message.join(' '));
  }
}
