import { describe, expect, it } from 'vitest';
import { renderChatTemplate } from '../../../src/core/template/render-chat-template.ts';

function render(template: string) {
  const data = '{"messages": [{"role": "user", "content": "Hi"}]}';
  return renderChatTemplate({ template, data, now: '2026-11-24T09:30:00' });
}

describe('a template that explodes or does not end is refused before it costs anything', () => {
  const exploding: Record<string, string> = {
    'a text repeated': "{{ 'x' * 10**9 }}",
    'a list repeated': '{{ [1] * 10**9 }}',
    'a width of %': "{{ '%99999999d' % 1 }}",
    'a precision of %': "{{ '%.99999999f' % 1.5 }}",
    'a width of format': "{{ '{:99999999}'.format(1) }}",
    'a centred text': "{{ 'a'.center(10**9) }}",
    'a filled text': "{{ 'a'.zfill(10**9) }}",
    'the filter center': "{{ 'a'|center(10**9) }}",
    'an indentation': "{{ 'a\nb'|indent(10**9) }}",
    tabs: "{{ '\t'.expandtabs(10**9) }}",
    'a power': '{{ 10 ** 10000000000 }}',
    'a power of powers': '{% set x = 9 ** 99999 %}{{ x ** 99999 }}',
    'an int of more than 4,300 digits': '{{ 10 ** 5000 }}',
    'a padded batch': "{{ [1]|batch(10**9, 'x')|list }}",
    'an indented JSON': '{{ [1]|tojson(indent=10**9) }}',
    'a text doubled again and again':
      "{% set ns = namespace(x='ab') %}{% for i in range(99) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}",
    'a text replaced by more': "{% set x = 'a' * 10000 %}{{ x.replace('a', x).replace('a', x) }}",
    'a joined text': "{{ (['a' * 1000] * 100000)|join }}",
    'output without end': "{% for i in range(100000) %}{{ 'x' * 10000 }}{% endfor %}",
    'loops in loops':
      '{% for i in range(100000) %}{% for j in range(100000) %}{% for k in range(100000) %}{% endfor %}{% endfor %}{% endfor %}',
    'a macro that calls itself': '{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}',
    'a macro that calls itself twice': '{% macro m(n) %}{{ m(n) }}{{ m(n) }}{% endmacro %}{{ m(1) }}',
    'a tree of calls that ends at the depth Python allows':
      '{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(150) }}',
    'a range beyond the sandbox': '{{ range(100001) }}',
    'brackets in brackets': `{{ ${'('.repeat(5000)}1${')'.repeat(5000)} }}`,
    'signs before signs': `{{ ${'-'.repeat(50_000)}1 }}`,
    'blocks in blocks': `${'{% if 1 %}'.repeat(5000)}${'{% endif %}'.repeat(5000)}`,
  };
  for (const [name, template] of Object.entries(exploding)) {
    it(name, () => {
      expect(render(template).ok).toBe(false);
    });
  }
});

describe('what Python renders is not refused by a limit', () => {
  it('a long chain of filters, additions and attributes', () => {
    const template = `{{ 'a'${'|upper'.repeat(150)} }}{{ 1${' + 1'.repeat(150)} }}`;
    expect(render(template)).toMatchObject({ ok: true, text: 'A151' });
  });

  it('a million steps', () => {
    const loop = '{% for i in range(1000) %}{% for j in range(1000) %}{% endfor %}{% endfor %}end';
    expect(render(loop)).toMatchObject({ ok: true, text: 'end' });
  });

  it('a macro a hundred calls deep', () => {
    const macro =
      '{% macro m(n) %}{% if n %}{{ m(n - 1) }}{% else %}end{% endif %}{% endmacro %}{{ m(100) }}';
    expect(render(macro)).toMatchObject({ ok: true, text: 'end' });
  });
});

describe('an error names its place', () => {
  const placed: [string, { line: number; column: number }][] = [
    ['a\n  {{ 1 + "a" }}', { line: 2, column: 6 }],
    ['{% if x %}\n\n', { line: 1, column: 9 }],
    ['{{ a b }}', { line: 1, column: 6 }],
    ['x\r\n{{ messages[0].y.z }}', { line: 2, column: 4 }],
    ["{% set y = '😀' %}{{ y + 1 }}", { line: 1, column: 22 }],
    ["{{ 'a'|nosuch }}", { line: 1, column: 8 }],
  ];
  for (const [template, place] of placed) {
    it(JSON.stringify(template), () => {
      expect(render(template)).toMatchObject({ ok: false, error: place });
    });
  }

  it('and the message that caused it', () => {
    const template =
      "{% for m in messages %}{% if m.role == 'x' %}{{ raise_exception('no x') }}{% endif %}{% endfor %}";
    const data = '{"messages": [{"role": "user"}, {"role": "user"}, {"role": "x"}]}';
    expect(renderChatTemplate({ template, data, now: '2026-11-24T09:30:00' })).toMatchObject({
      ok: false,
      error: { message: 'no x', messageIndex: 2 },
    });
  });
});
