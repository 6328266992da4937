import { bareFilter } from './calls.ts';
import { Expressions } from './expressions.ts';
import { LOADS, BROKEN_TAGS, ODD_EXPRESSIONS, ODD_CALLS } from './odd-pieces.ts';
import type { Random } from './random.ts';

const NAMES = [
  'a',
  'b',
  'c',
  'item',
  'x',
  'l',
  'caller',
  'ns',
  'self',
  'm',
  'kwargs',
  'varargs',
  'loop',
  '값',
  'messages',
  'super',
];
const LOOP =
  'index index0 first last length revindex revindex0 depth depth0 previtem nextitem cycle(1,2) cycle() changed(a) nope'.split(
    ' ',
  );
const TEXTS = [
  'x',
  ' ',
  '\n',
  '  \n',
  '\n  ',
  'text ',
  '<|im_start|>',
  '한글😀',
  '}} ',
  '{ ',
  '%}',
  '<b>&',
  '\n\n',
  '\t',
  '"',
  "'",
  ' \r\n',
  '#}',
];

/** Templates of all of jinja2's statements, as transformers' environment knows them. */
export class Statements {
  private readonly random: Random;
  private readonly expressions: Expressions;
  private blocks = 0;
  private loops = 0;

  constructor(random: Random) {
    this.random = random;
    this.expressions = new Expressions(random);
  }

  template(): string {
    return this.body(this.random.pick([1, 2, 2, 3]), 1 + this.random.below(4));
  }

  private body(depth: number, length = 1 + this.random.below(3)): string {
    const { names } = this.expressions;
    const known = names.length;
    let text = '';
    for (let i = 0; i < length; i++) text += this.statement(depth);
    if (depth < 3) names.length = this.random.chance(0.3) ? names.length : known;
    return text;
  }

  private open(): string {
    return this.random.pick(['{%', '{%', '{%', '{%-', '{%+']);
  }

  private close(): string {
    return this.random.pick(['%}', '%}', '%}', '-%}', '+%}', '%}\n', '%}\n ']);
  }

  private tag(content: string): string {
    return `${this.open()} ${content} ${this.close()}`;
  }

  private print(expression: string): string {
    return `${this.random.pick(['{{', '{{', '{{-'])} ${expression} ${this.random.pick(['}}', '}}', '-}}'])}`;
  }

  private name(): string {
    const { random } = this;
    return random.chance(0.8) ? random.pick(NAMES.slice(0, 6)) : random.pick(NAMES);
  }

  private store(): string {
    const name = this.name();
    this.expressions.names.push(name);
    return name;
  }

  private statement(depth: number): string {
    const { random, expressions } = this;
    if (depth <= 0) return random.chance(0.5) ? random.pick(TEXTS) : this.print(expressions.any(1));
    switch (random.below(24)) {
      case 0:
      case 1:
        return random.pick(TEXTS);
      case 2:
      case 3:
      case 4:
        return this.print(random.chance(0.5) ? expressions.any(1) : expressions.compound('text', 1));
      case 5:
      case 6:
      case 7:
        return this.loop(depth);
      case 8:
      case 9:
        return this.condition(depth);
      case 10:
      case 11:
        return this.assignment();
      case 12:
        return this.setBlock(depth);
      case 13:
        return this.macro(depth);
      case 14:
        return this.callBlock(depth);
      case 15:
        return this.filterBlock(depth);
      case 16:
        return this.withBlock(depth);
      case 17:
      case 18:
        return `${this.tag('generation')}${this.body(depth - 1)}${this.tag('endgeneration')}`;
      case 19:
        return this.namespaces(depth);
      case 20:
        return this.escaping(depth);
      case 21:
        return this.block(depth);
      case 22:
        return this.rare(depth);
      default:
        return this.loops > 0 ? this.insideLoop() : random.pick(TEXTS) + this.print(expressions.any(1));
    }
  }

  private insideLoop(): string {
    const { random } = this;
    if (random.chance(0.3)) return this.tag(random.pick(['break', 'continue']));
    if (random.chance(0.3))
      return `${this.tag(`if loop.${random.pick(['first', 'last', 'index > 1'])}`)}${this.tag(random.pick(['break', 'continue']))}${this.tag('endif')}`;
    return this.print(`loop.${random.pick(LOOP)}`);
  }

  private loop(depth: number): string {
    const { random, expressions } = this;
    const pair = random.chance(0.25);
    const recursive = random.chance(0.08);
    const over = recursive
      ? 'tree'
      : pair
        ? random.pick([
            'd.items()',
            '[[1, 2], [3, 4]]',
            'd|dictsort',
            'ld|groupby("k")',
            '[(1, (2, 3))]',
            'nested',
            "['ab', 'cd']",
          ])
        : expressions.of(random.pick(['list', 'list', 'text', 'dict', 'other']), 1);
    const target = recursive
      ? 'item'
      : pair
        ? random.pick(['a, b', 'a, b', '(a, b)', 'a, (b, c)', 'a,'])
        : this.store();
    if (pair) expressions.names.push('a', 'b');
    const test = random.chance(0.2)
      ? ` if ${random.chance(0.5) ? expressions.any(1) : (target.split(',')[0] ?? 'a')}`
      : '';
    this.loops++;
    const recursion = recursive ? `${this.print('item.n')}${this.print('loop(item.c)')}` : '';
    const body = recursion + this.body(depth - 1);
    this.loops--;
    const otherwise = random.chance(0.25) ? this.tag('else') + this.body(depth - 1) : '';
    return `${this.tag(`for ${target} in ${over}${test}${recursive ? ' recursive' : ''}`)}${body}${otherwise}${this.tag('endfor')}`;
  }

  private condition(depth: number): string {
    const { random, expressions } = this;
    const branch = random.chance(0.3)
      ? `${this.tag(`elif ${expressions.any(1)}`)}${this.body(depth - 1)}`
      : '';
    const otherwise = random.chance(0.4) ? `${this.tag('else')}${this.body(depth - 1)}` : '';
    return `${this.tag(`if ${expressions.any(2)}`)}${this.body(depth - 1)}${branch}${otherwise}${this.tag('endif')}`;
  }

  private assignment(): string {
    const { random, expressions } = this;
    const value = expressions.any(2);
    if (random.chance(0.15))
      return this.tag(`set a, b = ${random.pick(['1, 2', "'xy'", '[3, 4]', value, 'd.items()|list|first'])}`);
    const known = expressions.names.length;
    const name = this.store();
    expressions.names.length = known;
    const tag = this.tag(`set ${name} = ${value}`);
    expressions.names.push(name);
    return tag;
  }

  private setBlock(depth: number): string {
    const { random } = this;
    const filter = random.chance(0.3) ? ` | ${bareFilter(random)}` : '';
    const body = this.body(depth - 1);
    return `${this.tag(`set ${this.store()}${filter}`)}${body}${this.tag('endset')}`;
  }

  private macro(depth: number): string {
    const { random, expressions } = this;
    const params = random.pick([
      '',
      'a',
      'a, b',
      "a, b='z'",
      'a=1, b=a',
      'a, caller=none',
      'x=nope',
      'a, *b',
      'kwargs',
    ]);
    const saved = expressions.names.length;
    expressions.names.push('a', 'b');
    const extra = random.chance(0.25)
      ? this.print(
          random.pick([
            'varargs',
            'kwargs',
            'caller()',
            'caller(1)',
            'caller',
            'm',
            'm.name',
            'm.arguments',
            'm.catch_kwargs',
          ]),
        )
      : '';
    const loops = this.loops;
    this.loops = 0;
    const body = this.body(depth - 1) + extra;
    this.loops = loops;
    expressions.names.length = saved;
    const call = random.pick([
      'm()',
      'm(1)',
      "m('<', b='&')",
      'm(1, 2)',
      'm(b=2)',
      'm(1, 2, 3)',
      'm(z=1)',
      'm(*l)',
      'm(**ed)',
      'm',
    ]);
    const use = random.chance(0.6)
      ? this.print(call)
      : `${this.tag(`call${random.pick(['', '', '(q)', '(a, b=2)'])} ${random.chance(0.9) ? call : 'nope()'}`)}${this.body(depth - 1)}${this.tag('endcall')}`;
    return `${this.tag(`macro m(${params})`)}${body}${this.tag('endmacro')}${use}`;
  }

  private callBlock(depth: number): string {
    const { random } = this;
    const call = random.pick([
      "'x'.upper()",
      'm(1)',
      'joiner()',
      'range(2)',
      'd.get("a")',
      'namespace()',
      'm',
      'dict()',
    ]);
    return `${this.tag(`call ${call}`)}${this.body(depth - 1)}${this.tag('endcall')}`;
  }

  private filterBlock(depth: number): string {
    const chain = this.random.several(1, 2, () => bareFilter(this.random)).join('|');
    return `${this.tag(`filter ${chain}`)}${this.body(depth - 1)}${this.tag('endfilter')}`;
  }

  private withBlock(depth: number): string {
    const { random, expressions } = this;
    const value = expressions.any(1);
    const head = random.pick([`a = ${value}`, `a = ${value}, b = a`, '', 'a = 1, a = 2', `item = ${value}`]);
    expressions.names.push('a');
    return `${this.tag(`with ${head}`)}${this.body(depth - 1)}${this.tag('endwith')}`;
  }

  private namespaces(depth: number): string {
    const { random, expressions } = this;
    const attribute = random.pick(['x', 'x', 'x', 'x', 'y', 'y', random.chance(0.2) ? '_z' : 'items']);
    const set = this.tag(`set ns.${attribute} = ${expressions.any(1)}`);
    const inside = random.chance(0.5)
      ? `${this.tag('for q in [1, 2]')}${set}${this.body(depth - 1, 1)}${this.tag('endfor')}`
      : set;
    return `${this.tag(`set ns = namespace(${random.pick(['', 'x=0', "x='a', y=[]", '{"x": 1}', random.chance(0.2) ? '_a=1' : 'x=1'])})`)}${inside}${this.print(random.pick(['ns.x', 'ns.y', 'ns', "ns['x']", 'ns.nope', 'ns.x.y', 'ns._z']))}`;
  }

  private escaping(depth: number): string {
    const { random } = this;
    return `${this.tag(`autoescape ${random.pick(['true', 'true', 'false', 't', 'n', 'nope', '1'])}`)}${this.body(depth - 1, 2)}${this.tag('endautoescape')}`;
  }

  private block(depth: number): string {
    const { random } = this;
    const name = random.chance(0.9) ? `b${this.blocks++}` : 'b0';
    const head = random.pick([
      '',
      '',
      '',
      '',
      '',
      ' scoped',
      ' scoped',
      ' scoped',
      ' required',
      ' scoped required',
    ]);
    const extra = random.chance(0.3)
      ? this.print(
          random.pick([
            'super()',
            `self.${name}`,
            'self.b0()',
            'self.nope()',
            'self',
            'super.x',
            'self.b0.super',
          ]),
        )
      : '';
    const body = head.includes('required')
      ? random.pick([' ', '', '{# c #}', 'x'])
      : this.body(depth - 1) + extra;
    return `${this.tag(`block ${name}${head}`)}${body}${this.tag(`endblock${random.pick(['', ` ${name}`])}`)}`;
  }

  private rare(depth: number): string {
    const { random, expressions } = this;
    switch (random.below(12)) {
      case 0:
        return `${this.tag('raw')}{{ ${random.pick(TEXTS)} {% x ${this.tag('endraw')}`;
      case 1:
        return `{#${random.pick(['', '-', '+'])} c ${random.pick(['', '{{ x }}', '\n'])} ${random.pick(['', '-', '+'])}#}${random.pick(['', '\n'])}`;
      case 2:
        return this.tag(random.pick(LOADS));
      case 3:
        return this.tag(`print ${expressions.any(1)}`);
      case 4:
        return this.print("raise_exception('stop')");
      case 5:
        return this.print(random.pick(BROKEN_TAGS));
      case 6:
        return `${this.tag("set cy = cycler('x', 'y')")}${this.print('cy.next()')}${this.print('cy.next()')}${this.print('cy.current')}${this.print('cy.reset()')}${this.print('cy.pos')}`;
      case 7:
        return `${this.tag('set jo = joiner()')}${this.tag('for q in l')}${this.print('jo()')}${this.print('q')}${this.tag('endfor')}`;
      case 8:
        return this.tag(random.pick(ODD_EXPRESSIONS));
      case 9:
        return `${this.tag(`if ${random.pick(['1', '0'])}`)}${this.print(random.pick(["'a'|nosuch", 'x is nosuch', "1 if 1 else 'a'|nosuch", "'a'|upper|nosuch"]))}${this.tag('endif')}`;
      case 10:
        return this.print(random.pick(ODD_CALLS));
      default:
        return `${this.tag('for m in messages')}${this.print('m.role')}${this.body(depth - 1, 1)}${this.tag('endfor')}`;
    }
  }
}
