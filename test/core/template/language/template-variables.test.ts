import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { templateVariables } from '../../../../src/core/template/language/template-variables.ts';
import { realTemplates } from '../../../kit/template-fuzz/real-templates.ts';

const python = process.env['TUNING_FORK_TEST_PYTHON'];
if (python === undefined)
  console.log(
    'template variables: real templates are skipped, TUNING_FORK_TEST_PYTHON names no Python with TRL',
  );

function names(source: string): string[] {
  return templateVariables(source).map(({ name }) => name);
}

function variable(source: string, name: string): ReturnType<typeof templateVariables>[number] {
  const found = templateVariables(source).find((each) => each.name === name);
  if (found === undefined) throw new Error(`${name} is not read from outside`);
  return found;
}

describe('the variables that a template reads from outside', () => {
  it.each([
    ['{{ a }}{{ b.c[d] }}', ['a', 'b', 'd']],
    ['{% for m in messages %}{{ m.role }}{{ loop.index }}{% endfor %}', ['messages']],
    ['{% for m in messages if m.x == y %}{% else %}{{ m }}{% endfor %}', ['messages', 'y', 'm']],
    ['{{ loop }}', ['loop']],
    [
      '{% macro f(a, b=c) %}{{ a }}{{ b }}{{ caller() }}{{ varargs }}{{ kwargs }}{{ d }}{% endmacro %}{{ f(e) }}',
      ['c', 'd', 'e'],
    ],
    ['{% macro f() %}{{ late }}{% endmacro %}{% set late = 1 %}{{ f() }}', []],
    ['{% call(x) f(y) %}{{ x }}{{ z }}{% endcall %}', ['f', 'y', 'z']],
    ['{% with a = a, b = 2 %}{{ a }}{{ b }}{% endwith %}', ['a']],
    ['{% set ns = namespace(found=false) %}{% set ns.found = x %}{{ ns.found }}', ['x']],
    ['{% set a, b = pair %}{{ a }}{{ b }}', ['pair']],
    ['{% set text %}{{ inside }}{% endset %}{{ text }}', ['inside']],
    ["{% import 'x' as tool %}{{ tool.f() }}{% from 'y' import g as h %}{{ h }}", []],
    ['{% block b %}{{ a }}{% endblock %}{% set a = 1 %}', ['a']],
    ['{% set a = 1 %}{% block b %}{{ a }}{{ self.b() }}{{ super() }}{% endblock %}', []],
    ['{% generation %}{{ a }}{% endgeneration %}', ['a']],
    [
      '{% autoescape on %}{{ a }}{% endautoescape %}{% filter replace(x, y) %}{{ z }}{% endfilter %}',
      ['on', 'a', 'x', 'y', 'z'],
    ],
    ['{{ range(3) }}{{ namespace() }}{{ strftime_now("%d") }}{{ raise_exception("no") }}', []],
  ])('%s', (source, expected) => {
    expect(names(source).toSorted()).toEqual(expected.toSorted());
  });

  it.each([
    ['read before it is set', '{{ a }}{% set a = 1 %}{{ a }}', ['a']],
    ['set before it is read', '{% set a = 1 %}{{ a }}', []],
    ['set in one branch', '{% if messages %}{% set a = 1 %}{% endif %}{{ a }}', ['messages', 'a']],
    [
      'set in every branch',
      '{% if x %}{% set a = 1 %}{% elif y %}{% set a = 2 %}{% else %}{% set a = 3 %}{% endif %}{{ a }}',
      ['x', 'y'],
    ],
    [
      'set in every branch that goes on',
      '{% if x %}{% set a = 1 %}{% else %}{{ raise_exception("no") }}{% endif %}{{ a }}',
      ['x'],
    ],
    ['set only where it is not given', '{% if a is not defined %}{% set a = 1 %}{% endif %}{{ a }}', ['a']],
    ['set in a loop, read after it', '{% for m in [] %}{% set a = 1 %}{% endfor %}{{ a }}', ['a']],
    ['set after the loop that reads it', '{% for m in [] %}{{ a }}{% endfor %}{% set a = 1 %}', []],
  ])('know the order of statements: %s', (_, source, expected) => {
    expect(names(source)).toEqual(expected);
  });

  it("are standard, special tokens, or the template's own", () => {
    const source =
      '{{ messages }}{{ tools }}{{ documents }}{{ add_generation_prompt }}{{ bos_token }}{{ image_token }}{{ enable_thinking }}';
    expect(templateVariables(source).map(({ kind }) => kind)).toEqual([
      'standard',
      'standard',
      'standard',
      'standard',
      'special-token',
      'special-token',
      'own',
    ]);
  });

  it.each([
    ['{% if a %}{% endif %}', true],
    ['{% if not a and messages %}{% endif %}', true],
    ['{% if a is defined and a is not none %}{% endif %}', true],
    ['{% if a == true or a != none %}{% endif %}', true],
    ['{% set b = a | default(true) %}', true],
    ['{% set b = a if a is defined else false %}', true],
    ['{{ "x" if a else "y" }}', true],
    ['{{ a }}', false],
    ['{% if a == "low" %}{% endif %}', false],
    ['{% if a is string %}{% endif %}', false],
    ['{{ a | default("x") }}', false],
    ['{% if a %}{{ a }}{% endif %}', false],
    ['{% for x in a %}{% endfor %}', false],
    ['{% if a.b %}{% endif %}', false],
  ])('%s only asks whether a is there or true: %s', (source, tested) => {
    expect(variable(source, 'a').tested).toBe(tested);
  });

  it('have their places in the text as given, line ends of two characters included', () => {
    const source = 'x\r\n{{ a }}\r\n{{ b + a }}';
    const places = variable(source, 'a').uses.map(({ start, end }) => [start, source.slice(start, end)]);
    expect(places).toEqual([
      [6, 'a'],
      [19, 'a'],
    ]);
  });

  it('of a broken template are those of what can be read', () => {
    expect(names('{{ a }}{% if %}{{ b. }}{{ c }}')).toEqual(['a', 'c']);
  });
});

function isSet(source: string, name: string): boolean {
  return new RegExp(`\\{%[-+]?\\s*set\\s+${name}\\b`).test(source);
}

const PRINT_UNDECLARED = `
import json, sys
from jinja2 import meta
from transformers.utils import chat_template_utils as u
environment = u._compile_jinja_template("").environment
for line in sys.stdin:
    try:
        names = sorted(meta.find_undeclared_variables(environment.parse(json.loads(line))))
    except Exception:
        names = None
    print(json.dumps(names))
`;

describe.skipIf(python === undefined)('in real templates', () => {
  const templates = python === undefined ? {} : realTemplates(python);

  it('are among those that jinja2 itself finds undeclared, less what is always set before', () => {
    const sources = Object.values(templates);
    const input = sources.map((each) => JSON.stringify(each)).join('\n');
    const { stdout, stderr } = spawnSync(python ?? '', ['-c', PRINT_UNDECLARED], { input, encoding: 'utf8' });
    const undeclared = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as string[] | null);
    expect([stderr, undeclared.length]).toEqual(['', sources.length]);
    const odd = Object.keys(templates).flatMap((name, i) => {
      const source = sources[i] ?? '';
      const own = names(source);
      const more = own.filter((each) => undeclared[i]?.includes(each) === false);
      const less = (undeclared[i] ?? []).filter((each) => !own.includes(each) && !isSet(source, each));
      return more.length + less.length > 0 ? [{ name, more, less }] : [];
    });
    expect(odd).toEqual([]);
  });
});
