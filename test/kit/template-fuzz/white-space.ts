import type { Random } from './random.ts';

const TEXTS = [
  '\n',
  '\n',
  ' ',
  '  ',
  '\t',
  'a',
  'b c',
  '\r\n',
  '\r',
  '\n\n',
  ' \n ',
  '\u00a0',
  '\u2028',
  '\f',
  '\x1c',
  '}',
  '%',
  '#',
  '{',
];
const INSIDE = ['', ' ', '\n', ' \n '];

/** Templates of little but white space and tags with every sign, where trim_blocks, lstrip_blocks and line ends meet. */
export function whiteSpaceTemplate(random: Random): string {
  return random.several(2, 9, () => piece(random, 2)).join('') + random.pick(['', '\n', '\n\n', '\r\n']);
}

function piece(random: Random, depth: number): string {
  const choice = random.next();
  if (choice < 0.45 || depth === 0) return random.pick(TEXTS);
  const sign = (): string => random.pick(['', '', '-', '+']);
  const space = (): string => random.pick(INSIDE);
  const tag = (content: string): string => `{%${sign()}${space()} ${content} ${space()}${sign()}%}`;
  const body = (): string => random.several(0, 4, () => piece(random, depth - 1)).join('');
  if (choice < 0.6) return `{{${random.pick(['', '-'])}${space()}'x'${space()}${random.pick(['', '-'])}}}`;
  if (choice < 0.7) return `{#${sign()}${random.pick([' c ', '\n', '', ' {{ x }} ', ' %} '])}${sign()}#}`;
  if (choice < 0.78)
    return `${tag('raw')}${random.pick(['{{ x }}', ' ', '\n', '{% if %}', ''])}${body()}${tag('endraw')}`;
  if (choice < 0.88) return `${tag('if 1')}${body()}${tag('endif')}`;
  if (choice < 0.94) return `${tag('for i in [1, 2]')}${body()}${tag('endfor')}`;
  if (choice < 0.97) return `${tag('generation')}${body()}${tag('endgeneration')}`;
  return `${tag('set q')}${body()}${tag('endset')}[{{ q }}]`;
}
