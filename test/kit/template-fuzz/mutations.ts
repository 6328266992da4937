import type { Random } from './random.ts';

const PIECES = [
  '{{',
  '}}',
  '{%',
  '%}',
  '{#',
  '#}',
  '-',
  '+',
  '(',
  ')',
  '[',
  ']',
  '|',
  '.',
  ',',
  ':',
  '=',
  "'",
  '"',
  '\\',
  ' ',
  '\n',
  '\r\n',
  '\r',
  ' if ',
  ' else ',
  ' is ',
  ' not ',
  ' in ',
  ' and ',
  '~',
  '**',
  '*',
  '//',
  '0',
  '1.',
  '.5',
  '1e',
  '0b',
  '_',
  'é',
  'x',
  '{% raw %}',
  '{% endraw %}',
  '{% generation %}',
  '{% endgeneration %}',
  '-%}',
  '{%-',
  '\t',
  '\u00a0',
  '$',
  '`',
  ';',
  '!',
  '\f',
  '{{-',
  '-}}',
  '{#-',
  '-#}',
  '+%}',
];

/** A template with one to three small edits: most are refused, at the same place as in Python. */
export function mutate(random: Random, template: string): string {
  let text = template;
  for (let edits = 1 + random.below(3); edits > 0; edits--) {
    const at = random.below(text.length + 1);
    const end = at + random.below(4);
    const piece = random.pick(PIECES);
    const edit = random.below(4);
    if (edit === 0) text = text.slice(0, at) + text.slice(end);
    else if (edit === 1) text = text.slice(0, at) + piece + text.slice(end);
    else if (edit === 2) text = text.slice(0, at) + piece + text.slice(at);
    else text = text.slice(0, at) + text.slice(at, end) + text.slice(at);
  }
  return text.toWellFormed();
}
