import { Template } from '@huggingface/jinja';
import { describe, expect, it } from 'vitest';
import { lintTemplate } from '../../../../src/core/template/language/lint-template.ts';
import { analyzeTemplate } from '../../../../src/core/template/language/template-analysis.ts';
import { renderChatTemplate } from '../../../../src/core/template/render-chat-template.ts';
import type { RenderResult } from '../../../../src/core/template/render-request.ts';

const NOW = '2026-11-26T09:30:00';

function render(
  template: string,
  messages: readonly object[] = [{ role: 'user', content: 'hi' }],
): RenderResult {
  return renderChatTemplate({ template, data: JSON.stringify({ messages }), now: NOW });
}

function rules(template: string): string[] {
  return lintTemplate(analyzeTemplate(template)).map(({ rule }) => rule);
}

/** What the spans of a rendering stand on. */
function spanned(template: string): string[] {
  const result = render(template);
  if (!result.ok) throw new Error(result.error.message);
  const points = Array.from(result.text);
  return (result.spans ?? []).map(([start, end]) => points.slice(start, end).join(''));
}

function throwsInJavaScript(template: string, data: object = {}): boolean {
  try {
    new Template(template).render({ messages: [], ...data });
    return false;
  } catch {
    return true;
  }
}

describe('what the rules say about generation blocks is what transformers does', () => {
  it.each([
    [
      'captured-generation',
      '{% macro m(x) %}[{% generation %}{{ x }}{% endgeneration %}]{% endmacro %}AAAA{{ m("hi") }}',
    ],
    ['captured-generation', '{% set x %}[{% generation %}hi{% endgeneration %}]{% endset %}AAAA{{ x }}'],
    ['captured-generation', '{% filter upper %}[{% generation %}hi{% endgeneration %}]{% endfilter %}'],
    [
      'captured-generation',
      '{% macro m() %}[{{ caller() }}]{% endmacro %}{% call m() %}{% generation %}hi{% endgeneration %}{% endcall %}',
    ],
    [
      'captured-generation',
      'A{% for m in messages recursive %}[{% generation %}hi{% endgeneration %}]{% endfor %}',
    ],
    ['nested-generation', '{% generation %}[{% generation %}hi{% endgeneration %}]{% endgeneration %}'],
  ])('%s: %s', (rule, template) => {
    expect(rules(template)).toContain(rule);
    expect(spanned(template)).not.toContain('hi');
  });

  it('a generation block that is written where it stands is counted there', () => {
    const template =
      '{% for m in messages %}[{% if m %}{% generation %}hi{% endgeneration %}{% endif %}]{% endfor %}';
    expect(rules(template)).not.toContain('captured-generation');
    expect(spanned(template)).toEqual(['hi']);
  });

  it('a header inside is among the characters that are trained', () => {
    const template = "{% generation %}{{ '<|im_start|>assistant\\n' + 'hi' }}{% endgeneration %}";
    expect(rules(template)).toContain('header-in-generation');
    expect(spanned(template)).toEqual(['<|im_start|>assistant\nhi']);
  });
});

describe('what is said to fail on messages without a key fails there', () => {
  const calling = { role: 'assistant', content: null, tool_calls: [{ name: 'f' }] };
  const plain = { role: 'user', content: 'hi' };

  it.each([
    ['{% for m in messages %}{{ m.tool_calls[0].name }}{% endfor %}', plain],
    ["{% for m in messages %}{{ '<think>' + m['reasoning_content'] }}{% endfor %}", plain],
    ['{% for m in messages %}{{ m.tool_calls | tojson }}{% endfor %}', plain],
    ["{% for m in messages %}{% if m.tool_calls %}{{ m.content + '\\n' }}{% endif %}{% endfor %}", calling],
    ['{{ messages[-1].reasoning_content.strip() }}', plain],
    ['{{ messages[0].thinking * 2 }}', plain],
  ])('%s', (template, message) => {
    expect(rules(template)).toContain('undefined-access');
    expect(render(template, [message]).ok).toBe(false);
  });
});

describe('what is said of transformers.js is what @huggingface/jinja does', () => {
  const FILTERS =
    'attr batch center count d e escape filesizeformat forceescape format groupby max min pprint random reject round select slice ' +
    'striptags sum truncate urlencode urlize wordcount wordwrap xmlattr';

  it.each(FILTERS.split(' '))('it refuses the filter %s', (name) => {
    const template = `{{ x | ${name} }}`;
    expect(rules(template)).toContain('other-engine');
    for (const x of ['ab', 3, ['a', 'b'], { a: 1 }])
      expect([x, throwsInJavaScript(template, { x })]).toEqual([x, true]);
  });

  const METHODS =
    'casefold center count encode expandtabs find format format_map index isalnum isalpha isascii isdecimal isdigit isidentifier ' +
    'islower isnumeric isprintable isspace istitle isupper ljust partition removeprefix removesuffix rfind rindex rjust rpartition ' +
    'rsplit splitlines swapcase translate zfill';

  it.each(METHODS.split(' '))('it refuses the method %s', (name) => {
    const template = `{{ 'ab'.${name}('a') }}`;
    expect(rules(template)).toContain('other-engine');
    expect(throwsInJavaScript(template)).toBe(true);
  });

  it.each([
    '{{ 4 is divisibleby(2) }}',
    '{% with a = 1 %}{{ a }}{% endwith %}',
    '{% raw %}{{ b }}{% endraw %}',
    '{% block a %}b{% endblock %}',
    '{% autoescape true %}b{% endautoescape %}',
    '{{ 1 < 2 < 3 }}',
    "{{ '%s' % 'a' }}",
    '{{ 0x1f }}',
    '{{ 1e5 }}',
    '{{ 1_000 }}',
    '{% for a in messages recursive %}b{% endfor %}',
    '{% set a | upper %}x{% endset %}{{ a }}',
    '{{ cycler("a").next() }}',
    '{{ joiner()() }}',
    '{{ lipsum() }}',
    '{{ dict(a=1) }}',
    '{% for a in [1] %}{{ loop.cycle("a") }}{% endfor %}',
    '{% for a in [1] %}{{ loop.changed(a) }}{% endfor %}',
  ])('it refuses %s, which Python renders', (template) => {
    expect(rules(template)).toContain('other-engine');
    expect(throwsInJavaScript(template)).toBe(true);
    expect(render(template).ok).toBe(true);
  });

  it.each(["{{ ' a\\n'.strip('\\n') }}|", "{{ '\\n a'.lstrip('\\n') }}", "{{ 'a \\n'.rstrip('\\n') }}|"])(
    'it renders %s otherwise',
    (template) => {
      const ours = render(template);
      expect(rules(template)).toContain('other-engine');
      expect(ours.ok && ours.text).not.toBe(new Template(template).render({}));
    },
  );

  it('it keeps the line ends of a template that Python reads as \\n', () => {
    const template = 'a\r\nb';
    const ours = render(template);
    expect(rules(template)).toContain('template-crlf');
    expect([ours.ok && ours.text, new Template(template).render({})]).toEqual(['a\nb', 'a\r\nb']);
  });
});
