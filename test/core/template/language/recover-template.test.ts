import { describe, expect, it } from 'vitest';
import { allStatements } from '../../../../src/core/template/compile/inner-statements.ts';
import { recoverTemplate } from '../../../../src/core/template/language/recover-template.ts';
import { parseTemplate } from '../../../../src/core/template/syntax/parse-template.ts';
import type { Statement } from '../../../../src/core/template/syntax/nodes.ts';
import { normalizeTemplate } from '../../../../src/core/template/syntax/place.ts';
import { generatedCase } from '../../../kit/template-fuzz/generated-case.ts';
import { mutate } from '../../../kit/template-fuzz/mutations.ts';
import { randomOf } from '../../../kit/template-fuzz/random.ts';
import { realTemplates } from '../../../kit/template-fuzz/real-templates.ts';

const python = process.env['TUNING_FORK_TEST_PYTHON'];
if (python === undefined)
  console.log('recovery: real templates are skipped, TUNING_FORK_TEST_PYTHON names no Python with TRL');
const SEED = Number(process.env['TUNING_FORK_SEED'] ?? Math.floor(Math.random() * 1_000_000));
const SAMPLE = 3000;
const PRINT = /^\{\{-? /;

/** What is wrong, as `kind: text at its place`. */
function faults(source: string): string[] {
  return recoverTemplate(source).faults.map(({ kind, start, end }) => `${kind}: ${source.slice(start, end)}`);
}

function outline(source: string): string {
  return Array.from(allStatements(recoverTemplate(source).body), ({ kind }) => kind).join(' ');
}

function plainStatements(body: readonly Statement[]): Statement[] {
  return [...allStatements(body)].filter(({ kind }) => kind === 'print' || kind === 'set');
}

function accepts(source: string): boolean {
  try {
    parseTemplate(source);
    return true;
  } catch {
    return false;
  }
}

function generatedTemplate(index: number): string {
  const request = generatedCase(SEED, index);
  const json = request.find(([name]) => name === 'template')?.[1] ?? '""';
  return normalizeTemplate(JSON.parse(json) as string);
}

describe('a broken template is read as far as it goes', () => {
  it.each([
    ['{% if a %}x', ['unclosed-tag: {% if a %}']],
    ['{% for m in messages %}{% if a %}{{ m }}{% endfor %}{{ z }}', ['unclosed-tag: {% if a %}']],
    ['{% for m in messages %}{% if a %}{% endif %}', ['unclosed-tag: {% for m in messages %}']],
    ['{% set x %}abc', ['unclosed-tag: {% set x %}']],
    ['a{% endif %}b', ['stray-tag: {% endif %}']],
    ['{% for x in y %}{% endif %}{% endfor %}', ['stray-tag: {% endif %}']],
    ['{% if a %}{% else %}{% else %}{% endif %}', ['stray-tag: {% else %}']],
    ['{% elif a %}', ['stray-tag: {% elif a %}']],
    ['{% generaton %}x{% endgeneration %}', ['unknown-tag: generaton', 'stray-tag: {% endgeneration %}']],
    ['{{ a. }}{{ b }}', ['refused: }}']],
    ['{{ a | }}{% if b %}{% endif %}', ['refused: }}']],
    ['{% if %}{{ x }}{% endif %}', ['refused: %}']],
    ['{% for m in %}{{ m }}{% endfor %}', ['refused: %}']],
    ['{{ a', ['unclosed-mark: {{']],
    ['{{ a {% if b %}x{% endif %}', ['unclosed-mark: {{']],
    ['{% if a {{ b }}{% endif %}', ['unclosed-mark: {%']],
    ["{{ 'a }}{{ b }}", ["unclosed-string: 'a }}"]],
    ["{{ 'a }}\n{{ 'b' }}", ["unclosed-string: 'a }}"]],
    ['{{ a ? b }}{{ c', ['refused: ?', 'unclosed-mark: {{']],
    ['{# never closed', ['refused:  ']],
    ['{% raw %}{{ x }}', ['refused: {']],
    ['{{ (a] }}{{ b c }}', ['refused: ]', 'refused: c']],
    ['{% endfor junk %}', ['stray-tag: {% endfor junk %}', 'refused: junk']],
    ['{% macro %}{{ x }}{% endmacro %}', ['refused: %}']],
    ['{% set = 1 %}', ['refused: =']],
    ['{% %}', ['refused: %}']],
  ])('%s', (source, expected) => {
    expect(accepts(source)).toBe(false);
    expect(faults(source)).toEqual(expected);
  });

  it.each([
    ['{% for m in messages %}{% if a %}{{ m }}{% endfor %}{{ z }}', 'for if print print'],
    ['{{ a. }}{% if b %}{{ c }}{% endif %}', 'if print'],
    ['{% if %}{{ x }}{% else %}{{ y }}{% endif %}', 'if print print'],
    ['{% macro f(a %}{{ a }}{% endmacro %}{{ f(1) }}', 'macro print print'],
    ["{{ 'a }}\n{% set b = 1 %}{{ b }}", 'data set print'],
    ['{% set x = %}{{ x }}', 'set print'],
  ])('%s still has: %s', (source, expected) => {
    expect(outline(source)).toBe(expected);
  });

  it('is read in one pass, however many of its tags are broken', () => {
    for (const tag of ['{{ ? ', '{% if ', "{{ 'a ", '{% for x in y %}', '{{ a }} {% endif %}', '{# {{ ']) {
      expect(faults(tag.repeat(20_000)).length, tag).toBeGreaterThan(0);
    }
  });

  it('keeps the names of a broken loop and of a broken macro', () => {
    const [loop] = recoverTemplate('{% for m in a. %}{{ m }}{% endfor %}').body;
    const [macro] = recoverTemplate('{% macro f(a %}{% endmacro %}').body;
    expect([loop, macro]).toMatchObject([
      { kind: 'for', target: { name: 'm' } },
      { kind: 'macro', name: 'f' },
    ]);
  });
});

describe(`whatever is typed, seed ${SEED}`, () => {
  it('a fault is found exactly where the parser refuses the template, and inside of it', () => {
    let refused = 0;
    for (let i = 0; i < SAMPLE; i++) {
      const template = generatedTemplate(i);
      const source = i % 3 === 0 ? template : normalizeTemplate(mutate(randomOf(SEED, i), template));
      const { faults: found } = recoverTemplate(source);
      const isAccepted = accepts(source);
      if (!isAccepted) refused++;
      expect(found.length > 0, JSON.stringify(source)).toBe(!isAccepted);
      for (const { start, end } of found) {
        expect([start >= 0, start <= end, end <= source.length], JSON.stringify(source)).toEqual([
          true,
          true,
          true,
        ]);
      }
    }
    expect(refused).toBeGreaterThan(SAMPLE / 20);
  });
});

describe.skipIf(python === undefined)('while a real template is edited', () => {
  const templates = python === undefined ? {} : realTemplates(python);

  it('it has no fault as it is, and every beginning of it has its statements so far', () => {
    for (const [name, text] of Object.entries(templates)) {
      const source = normalizeTemplate(text);
      const { faults: found, body } = recoverTemplate(source);
      expect([name, found]).toEqual([name, accepts(source) ? [] : found]);
      const random = randomOf(SEED, source.length);
      for (let i = 0; i < 5; i++) {
        const cut = source.slice(0, random.below(source.length));
        const kept = new Set(plainStatements(recoverTemplate(cut).body).map(({ start }) => start));
        const before = plainStatements(body).filter(({ end }) => end <= cut.length);
        expect([name, cut.length, before.filter(({ start }) => !kept.has(start))]).toEqual([
          name,
          cut.length,
          [],
        ]);
      }
    }
  });

  it('one broken tag is one fault, and hides nothing that stands around it', () => {
    for (const [name, text] of Object.entries(templates)) {
      const source = normalizeTemplate(text);
      if (!accepts(source)) continue;
      const whole = plainStatements(recoverTemplate(source).body);
      // a comment may hold what begins as a print does
      const prints = whole.filter(({ kind, start }) => kind === 'print' && PRINT.test(source.slice(start)));
      const print = prints[randomOf(SEED, source.length).below(prints.length)];
      if (print === undefined) continue;
      const at = source.indexOf(' ', print.start) + 1;
      const broken = `${source.slice(0, at)}? ${source.slice(at)}`;
      const { faults: found, body } = recoverTemplate(broken);
      expect([name, found.map(({ start }) => start)]).toEqual([name, [at]]);
      expect([name, plainStatements(body).length]).toEqual([name, whole.length - 1]);
    }
  });
});
