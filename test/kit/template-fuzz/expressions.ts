import { filterCall, methodCall, testCall } from './calls.ts';
import { anyKind, operand, type Kind } from './operands.ts';
import type { Random } from './random.ts';

const DIRECTIVES =
  '%s %d %i %5s %-5s| %05d %+d %x %#x %#o %X %o %c %r %a %e %.2f %g %G %5.1f %% %(a)s %(b)r %.3s %*d %u %08.3f %#.3g %q %'.split(
    ' ',
  );
const FIELDS =
  '{} {0} {1} {a} {0!r} {!s:>6} {:>8} {:^7} {:*<6} {:05d} {:+} {:,} {:_} {:x} {:#b} {:.2f} {:e} {:g} {:%} {0.k} {0[a]} {0[0]} {:c} {:{}} {:,.2f} {:08,} {:n} {:10} {:=+6} {{}} {:s} {!a} {:z.1f} {:.3} {a.b} {} {'.split(
    ' ',
  );
const BINARY = '+ + - * / // % ** ~ ~ and or'.split(' ');
const COMPARE = ['==', '==', '!=', '<', '<=', '>', '>=', 'in', 'not in'];

/** Expressions of jinja2's grammar, most of them meaningful. */
export class Expressions {
  private readonly random: Random;
  /** Names that statements around have set. */
  readonly names: string[] = [];

  constructor(random: Random) {
    this.random = random;
  }

  any(depth = 2): string {
    return this.of(anyKind(this.random), depth);
  }

  /** An expression that is usually of this kind; bracketed where it must be. */
  of(kind: Kind, depth = 2): string {
    const { random } = this;
    if (depth <= 0 || random.chance(0.6)) return this.leaf(kind);
    return `(${this.compound(kind, depth)})`;
  }

  private leaf(kind: Kind): string {
    if (this.names.length > 0 && this.random.chance(0.12)) return this.random.pick(this.names);
    return operand(this.random, kind);
  }

  /** One operation, without brackets around it. */
  compound(kind: Kind, depth = 2): string {
    const { random } = this;
    const inner = (of: Kind): string => this.of(of, depth - 1);
    switch (random.below(13)) {
      case 0:
      case 1:
      case 2:
        return filterCall(random, inner);
      case 3:
      case 4:
        return methodCall(random, inner);
      case 5:
        return testCall(random, inner);
      case 6:
      case 7:
        return this.binary(kind, inner);
      case 8:
        return this.comparison(inner);
      case 9:
        return `${inner(random.pick(['list', 'text', 'text', 'other', 'dict', 'int'] as const))}[${this.subscript(inner)}]`;
      case 10:
        return this.formatting(inner);
      case 11:
        return this.conditional(kind, inner);
      default:
        return this.other(inner);
    }
  }

  private binary(kind: Kind, inner: (kind: Kind) => string): string {
    const { random } = this;
    const operator = random.pick(BINARY);
    const numbers = ['int', 'float', 'int', 'bool'] as const;
    if (operator === '**')
      return `${inner(random.pick(numbers))} ** ${random.pick(['2', '0', '-1', '0.5', '3', '-2.0', 'true', '1j', 'x'])}`;
    if (operator === '*')
      return `${inner(random.pick(['text', 'list', 'int', 'float']))} * ${random.pick(['2', '0', '-1', '3', '1.5', 'i', 'true'])}`;
    if (operator === '+' && random.chance(0.7)) {
      const same = random.pick(['text', 'list', 'int', 'float', 'text'] as const);
      return `${inner(same)} + ${inner(same)}`;
    }
    if (['-', '/', '//', '%'].includes(operator) && random.chance(0.85))
      return `${inner(random.pick(numbers))} ${operator} ${inner(random.pick(numbers))}`;
    return `${inner(kind)} ${operator} ${inner(anyKind(random))}`;
  }

  private comparison(inner: (kind: Kind) => string): string {
    const { random } = this;
    const kind = anyKind(random, true);
    const right = (): Kind =>
      random.chance(0.75) ? kind : random.chance(0.5) ? 'list' : anyKind(random, true);
    const links = random.several(
      1,
      random.chance(0.2) ? 3 : 1,
      () => ` ${random.pick(COMPARE)} ${inner(right())}`,
    );
    return inner(kind) + links.join('');
  }

  private subscript(inner: (kind: Kind) => string): string {
    const { random } = this;
    const bound = (): string =>
      random.pick([
        '',
        '',
        '0',
        '1',
        '-1',
        '2',
        '-2',
        '100',
        '-100',
        'i',
        'none',
        "'a'",
        '1.0',
        'big',
        'true',
      ]);
    switch (random.below(6)) {
      case 0:
      case 1:
        return `${bound()}:${bound()}`;
      case 2:
        return `${bound()}:${bound()}:${random.pick(['', '1', '-1', '2', '-2', '0', '3', 'none'])}`;
      case 3:
        return random.pick([
          '0',
          '-1',
          '1',
          '9',
          "'a'",
          "'k'",
          "'items'",
          "'upper'",
          'none',
          '1.0',
          'true',
          '1, 2',
          "'0'",
        ]);
      case 4:
        return inner(random.pick(['int', 'text']));
      default:
        return random.pick(['0', '-1', '1', "'role'", "'content'"]);
    }
  }

  private formatting(inner: (kind: Kind) => string): string {
    const { random } = this;
    if (random.chance(0.5)) {
      const text = random.several(1, 3, () => random.pick(DIRECTIVES)).join(random.pick([' ', '', '|']));
      const wanted = text.split('%').length - 1 - 2 * (text.split('%%').length - 1);
      const values = random.several(wanted, wanted, () =>
        inner(random.pick(['int', 'text', 'float', 'list', 'none'])),
      );
      const safe = random.chance(0.15) ? '|safe' : '';
      if (text.includes('%('))
        return `('${text}'${safe}) % ${random.chance(0.8) ? "{'a': 1, 'b': '<x>'}" : inner('dict')}`;
      return `('${text}'${safe}) % ${values.length === 1 && random.chance(0.6) ? values[0] : `(${values.map((each) => `${each}, `).join('')})`}`;
    }
    const text = random.several(1, 3, () => random.pick(FIELDS)).join(random.pick([' ', '', '-']));
    const values = random.several(1, 3, () =>
      inner(random.pick(['int', 'text', 'float', 'bool', 'list', 'dict', 'none'])),
    );
    return `'${text}'${random.chance(0.15) ? '|safe' : ''}.format(${[...values, ...(random.chance(0.3) ? [`a=${inner('text')}`] : [])].join(', ')})`;
  }

  private conditional(kind: Kind, inner: (kind: Kind) => string): string {
    const otherwise = this.random.chance(0.75) ? ` else ${inner(kind)}` : '';
    return `${inner(kind)} if ${inner('bool')}${otherwise}`;
  }

  private other(inner: (kind: Kind) => string): string {
    const { random } = this;
    switch (random.below(10)) {
      case 0:
        return `not ${inner(anyKind(random))}`;
      case 1:
        return `${random.pick(['-', '+', '--', '-+'])}${inner(random.pick(['int', 'float', 'bool', 'text']))}`;
      case 2:
        return `[${random.several(0, 3, () => inner(anyKind(random))).join(', ')}]`;
      case 3:
        return `{${random.several(0, 2, () => `${inner(random.pick(['text', 'int', 'text', 'none']))}: ${inner(anyKind(random))}`).join(', ')}}`;
      case 4:
        return `${inner('dict')}.${random.pick(['a', 'b', 'k', 'items', 'nope', 'x', 'keys', 'role', '__class__', '_x', 'w.z'])}`;
      case 5:
        return `range(${random.several(0, 3, () => random.pick(['0', '1', '5', '-3', '10', 'i', '1.0', 'true', '100001'])).join(', ')})${random.pick(['', '|list', '|length', '[1]', '[::-1]', '|last', '|sum', '.count(1)', '.index(1)', '.start'])}`;
      case 6:
        return `strftime_now(${random.pick(["'%Y-%m-%d'", "'%d %b %Y'", "'%A %j %H:%M:%S %p'", "'%%x%y'", "'%-d %e %B'", '1', "'%c|%x|%X'", "'한%U%W%V%G%u%w'", "'%Q %'", "'%5Y %^a %#Z %E %Od'", "'%s'", "'%z%Z'"])})`;
      case 7:
        return `dict(${random.pick(['', 'a=1', 'd', 'd, z=1', '[[1, 2]]', 'ls', '**d', '1'])})${random.pick(['', '|length', '.a', '|tojson'])}`;
      case 8:
        return `(${random.pick(['d.keys() - ', 'd.items() - ', '{1: 2}.keys() - ', 'd.keys() <= ', 'd.keys() >= ', 'd.keys() == ', "{'a': 1}.keys() < ", 'd.items() > ', 'd.keys() != '])}${random.pick(['d.keys()', "['b']", "['a', 'b', 'items', 'C', '1']", 'd.items()', "{'a': 2}.keys()", '1', "'ab'", '[]'])})${random.pick(['|length', '|sort', '|list|length'])}`;
      default:
        return `${inner('text')}${random.pick(['', ' ~ '])}${random.pick(["'z'", 'i', 'l', 'n', 'nope', 'x', 'd'])}`;
    }
  }
}
