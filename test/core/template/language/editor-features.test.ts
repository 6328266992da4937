import { describe, expect, it } from 'vitest';
import { completeTemplate } from '../../../../src/core/template/language/complete-template.ts';
import {
  documentSymbols,
  type TemplateSymbol,
} from '../../../../src/core/template/language/document-symbols.ts';
import { findDefinitions } from '../../../../src/core/template/language/find-definitions.ts';
import { findReferences } from '../../../../src/core/template/language/find-references.ts';
import { foldingRanges } from '../../../../src/core/template/language/folding-ranges.ts';
import { hoverTemplate } from '../../../../src/core/template/language/hover-template.ts';
import { semanticTokens } from '../../../../src/core/template/language/semantic-tokens.ts';
import { TemplateDocument } from '../../../../src/core/template/language/template-document.ts';
import { generatedCase } from '../../../kit/template-fuzz/generated-case.ts';
import { mutate } from '../../../kit/template-fuzz/mutations.ts';
import { randomOf } from '../../../kit/template-fuzz/random.ts';

const SEED = Number(process.env['TUNING_FORK_SEED'] ?? Math.floor(Math.random() * 1_000_000));

/** A template with the cursor at `¦`. */
function at(marked: string): { document: TemplateDocument; offset: number; text: string } {
  const offset = marked.indexOf('¦');
  const text = marked.replace('¦', '');
  return { document: new TemplateDocument(text), offset, text };
}

function labels(marked: string): string[] {
  const { document, offset } = at(marked);
  return completeTemplate(document, offset).map(({ label }) => label);
}

function texts(text: string, places: readonly { readonly start: number; readonly end: number }[]): string[] {
  return places.map(({ start, end }) => `${start}:${text.slice(start, end)}`);
}

describe('completion offers what fits at the cursor', () => {
  it.each([
    ['{% ¦ %}', ['for', 'if', 'generation', 'set'], ['endif', 'else', 'break', 'trim', 'messages']],
    ['{% for m in messages %}{% if m %}{% e¦ %}', ['endif', 'elif', 'else', 'break'], ['endfor', 'trim']],
    ['{% for m in messages %}{% ¦', ['endfor', 'else', 'continue'], ['elif']],
    [
      '{{ ¦ }}',
      ['messages', 'tools', 'bos_token', 'raise_exception', 'none', 'not'],
      ['loop', 'trim', 'for'],
    ],
    ['{{ mess¦', ['messages'], ['trim']],
    ['{% for m in messages %}{{ ¦ }}{% endfor %}', ['m', 'loop', 'messages'], ['caller']],
    ['{% for m in messages %}{% endfor %}{{ ¦ }}', ['messages'], ['m', 'loop']],
    ['{% macro turn(role) %}{{ ¦ }}{% endmacro %}', ['role', 'turn', 'caller'], ['loop']],
    ['{% set ns = namespace(found=false) %}{% set ns.found = true %}{{ ns.¦ }}', ['found'], ['messages']],
    ['{{ x | ¦ }}', ['tojson', 'trim'], ['messages', 'defined']],
    ['{{ x|tr¦ }}', ['trim'], ['messages']],
    ['{% filter ¦ %}{% endfilter %}', ['upper'], ['messages']],
    ['{{ x is ¦ }}', ['defined', 'not', 'none'], ['trim']],
    ['{{ x is not de¦ }}', ['defined'], ['trim']],
    ['{{ messages[0].¦ }}', ['role', 'content', 'strip', 'items'], ['messages', 'index0']],
    ["{{ message['¦'] }}", ['role', 'content'], ['strip', 'messages']],
    ['{% for m in messages %}{{ loop.¦ }}{% endfor %}', ['index', 'first', 'last'], ['role', 'strip']],
    ['{{ x ¦ }}', ['is', 'in', 'and', 'if'], ['messages']],
    ['{% for m in ¦ %}{% endfor %}', ['messages'], ['trim']],
    ['{{ f(¦) }}', ['messages'], ['is']],
    ['{{ a + ¦ }}', ['messages'], ['is']],
  ])('%s', (marked, offered, missing) => {
    const found = labels(marked);
    expect(found).toEqual(expect.arrayContaining(offered));
    for (const label of missing) expect(found).not.toContain(label);
  });

  it.each(['text ¦', '{# ¦ #}', "{{ 'te¦xt' }}", '{{ 1¦ }}', '{¦{ x }}', '{{ x }¦}'])(
    'nothing in %s',
    (marked) => {
      expect(labels(marked)).toEqual([]);
    },
  );

  it('replaces the word at the cursor, and closes the block that it opens', () => {
    const { document, offset } = at('{% fo¦ %}');
    const loop = completeTemplate(document, offset).find(({ label }) => label === 'for');
    expect(loop).toMatchObject({
      replaces: { start: 3, end: 5 },
      snippet: 'for ${1:message} in ${2:messages} %}$0{% endfor',
    });
  });

  it('stands at the cursor behind the last line end, which jinja2 does not read', () => {
    const { document, offset } = at('{% \n¦');
    const [first] = completeTemplate(document, offset);
    expect(first?.replaces).toEqual({ start: 4, end: 4 });
  });

  it('writes the closing mark where there is none yet', () => {
    const { document, offset } = at('{% if x %}a{% end¦');
    const [end] = completeTemplate(document, offset);
    expect(end).toMatchObject({ label: 'endif', snippet: 'endif %}' });
  });
});

describe('hover tells what a name is', () => {
  it.each([
    ['{{ mess¦ages }}', 'messages: list[dict]'],
    ['{{ x | toj¦son }}', 'tojson(ensure_ascii=false, indent=none, separators=none, sort_keys=false)'],
    ['{{ x is def¦ined }}', 'is defined'],
    ['{% gene¦ration %}{% endgeneration %}', '{% generation %} … {% endgeneration %}'],
    ['{% generation %}{% endgene¦ration %}', '{% generation %} … {% endgeneration %}'],
    ['{% for m in messages %}{{ loop.ind¦ex }}{% endfor %}', 'loop.index'],
    ['{{ x.str¦ip() }}', 'strip(chars)'],
    ['{{ messages[0].con¦tent }}', 'message.content: str | list[dict]'],
    ['{{ raise_ex¦ception("no") }}', 'raise_exception(message)'],
    ['{% set n¦ = 1 %}', '{% set n = 1 %}'],
    ['{% macro turn(role) %}{% endmacro %}\n{{ tu¦rn(1) }}', '{% macro turn(role) %}{% endmacro %}'],
    ['{% set messages = [] %}{{ mess¦ages }}', '{% set messages = [] %}{{ messages }}'],
  ])('%s', (marked, signature) => {
    const { document, offset } = at(marked);
    expect(hoverTemplate(document, offset, 'en')?.signature).toBe(signature);
  });

  it('shows an example with what the engine makes of it, in the language of the reader', () => {
    const { document, offset, text } = at('{{ x | tri¦m }}');
    const hover = hoverTemplate(document, offset, 'ko');
    expect(hover).toMatchObject({
      start: 7,
      end: 11,
      example: { template: "[{{ '  a ' | trim }}]", result: '[a]' },
    });
    expect(text.slice(hover?.start, hover?.end)).toBe('trim');
    expect(hover?.text).toMatch(/[가-힣]/);
  });

  it.each(['te¦xt', '{{ unkn¦own }}', '{# mess¦ages #}', '{{ "mess¦ages" }}', '{{ x if¦ y }}'])(
    'nothing about %s',
    (marked) => {
      const { document, offset } = at(marked);
      expect(hoverTemplate(document, offset, 'en')).toBe(null);
    },
  );
});

describe('definitions and references know which variable a name means', () => {
  it.each([
    ['{% set a = 1 %}{{ ¦a }}', ['7:a']],
    ['{% set a = 1 %}{% set a = 2 %}{{ ¦a }}', ['7:a', '22:a']],
    ['{% for m in x %}{{ ¦m }}{% endfor %}', ['7:m']],
    ['{% for m in x %}{% endfor %}{% for m in y %}{{ ¦m }}{% endfor %}', ['35:m']],
    ['{% set m = 1 %}{% for m in y %}{{ ¦m }}{% endfor %}', ['22:m']],
    ['{%- macro turn(a, b) %}{{ b }}{% endmacro %}{{ ¦turn(1) }}', ['10:turn']],
    ['{%- macro turn(a, b) %}{{ ¦b }}{% endmacro %}', ['18:b']],
    ['{% with a = 1 %}{{ ¦a }}{% endwith %}', ['8:a']],
    ['{% set ns = namespace() %}{% set ¦ns.x = 1 %}', ['7:ns']],
    ['{{ ¦messages }}', []],
    ['{% set a = 1 %}{{ b. }}{{ ¦a }}', ['7:a']],
    ['{% set a = 1 %}\r\n{{ ¦a }}', ['7:a']],
  ])('%s', (marked, expected) => {
    const { document, offset, text } = at(marked);
    expect(texts(text, findDefinitions(document, offset))).toEqual(expected);
  });

  it('finds all places of one variable, and none of another of the same name', () => {
    const { document, offset, text } = at('{{ m }}{% for ¦m in x %}\r\n{{ m }}{% endfor %}{{ m }}');
    const found = findReferences(document, offset);
    expect(texts(text, found)).toEqual(['14:m', '28:m']);
    expect(found.map(({ writes }) => writes)).toEqual([true, false]);
  });

  it('finds all places of what is passed from outside', () => {
    const { document, offset, text } = at('{{ ¦tools }}{% if tools %}{{ tools[0] }}{% endif %}');
    expect(texts(text, findReferences(document, offset))).toEqual(['3:tools', '17:tools', '28:tools']);
  });
});

const OUTLINED = `{%- macro turn(role) -%}
  {{ role }}
{%- endmacro %}
{# a comment
   of two lines #}
{% set a, b = 1, 2 %}
{% set text %}x
{% endset %}
{% for message in messages %}
  {% if message.role == 'assistant' %}
    {% generation %}{{ message.content }}{% endgeneration %}
  {% else %}
    {{ turn(message.role) }}
  {% endif %}
{% endfor %}
`;

describe('the structure of a template', () => {
  it('is outlined by macros, loops, generation blocks, and what is set at the top', () => {
    const outline = (symbols: readonly TemplateSymbol[]): unknown[] =>
      symbols.map(({ kind, name, children }) => [kind, name, ...outline(children)]);
    expect(outline(documentSymbols(new TemplateDocument(OUTLINED)))).toEqual([
      ['macro', 'turn'],
      ['variable', 'a, b'],
      ['variable', 'text'],
      ['loop', 'for message in messages', ['generation', 'generation']],
    ]);
  });

  it('folds blocks, their branches and comments', () => {
    const lines = foldingRanges(new TemplateDocument(OUTLINED)).map(({ kind, start, end }) => [
      kind,
      OUTLINED.slice(0, start).split('\n').length,
      OUTLINED.slice(0, end).split('\n').length,
    ]);
    expect(lines).toEqual([
      ['block', 1, 3],
      ['comment', 4, 5],
      ['block', 7, 8],
      ['block', 9, 15],
      ['block', 10, 12],
      ['block', 12, 14],
    ]);
  });

  it('colours names by what they mean', () => {
    const text =
      '{% macro f(a) %}{{ a }}{{ tools }}{{ mine }}{{ range(1) }}{% endmacro %}{% set v = 1 %}{{ f(v) }}{{ x.v }}';
    const tokens = semanticTokens(new TemplateDocument(text)).map(({ start, end, type, modifiers }) =>
      [text.slice(start, end), type, ...modifiers].join(' '),
    );
    expect(tokens).toEqual([
      'f macro declaration',
      'a parameter declaration',
      'a parameter',
      'tools variable defaultLibrary readonly',
      'mine variable readonly',
      'range function defaultLibrary',
      'v variable declaration',
      'f macro',
      'v variable',
      'x variable readonly',
    ]);
  });
});

describe(`in any text, seed ${SEED}`, () => {
  it('every answer stands inside of it', () => {
    for (let i = 0; i < 600; i++) {
      const json = generatedCase(SEED, i).find(([name]) => name === 'template')?.[1] ?? '""';
      const random = randomOf(SEED, i);
      const text = mutate(random, JSON.parse(json) as string);
      const document = new TemplateDocument(text);
      const offset = random.below(text.length + 1);
      const hover = hoverTemplate(document, offset, 'en');
      const places = [
        ...completeTemplate(document, offset).map(({ replaces }) => replaces),
        ...findDefinitions(document, offset),
        ...findReferences(document, offset),
        ...foldingRanges(document),
        ...semanticTokens(document),
        ...documentSymbols(document).flatMap(({ selection, start, end }) => [selection, { start, end }]),
        ...(hover === null ? [] : [hover]),
      ];
      const outside = places.filter(({ start, end }) => !(start >= 0 && start <= end && end <= text.length));
      expect([text, outside]).toEqual([text, []]);
      for (const { replaces } of completeTemplate(document, offset))
        expect([text, replaces.start <= offset && offset <= replaces.end]).toEqual([text, true]);
    }
  });
});
