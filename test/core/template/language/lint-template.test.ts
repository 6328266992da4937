import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { compiled } from '../../../../src/core/template/compile-cache.ts';
import { lintTemplate } from '../../../../src/core/template/language/lint-template.ts';
import { ruleTable } from '../../../../src/core/template/language/rules/rule-table.ts';
import { analyzeTemplate } from '../../../../src/core/template/language/template-analysis.ts';
import type { TemplateFinding } from '../../../../src/core/template/language/template-finding.ts';
import { formatMessage } from '../../../../src/core/text/format-message.ts';
import { generatedCase } from '../../../kit/template-fuzz/generated-case.ts';
import { mutate } from '../../../kit/template-fuzz/mutations.ts';
import { randomOf } from '../../../kit/template-fuzz/random.ts';
import { realTemplates } from '../../../kit/template-fuzz/real-templates.ts';

const python = process.env['TUNING_FORK_TEST_PYTHON'];
if (python === undefined)
  console.log('template rules: real templates are skipped, TUNING_FORK_TEST_PYTHON names no Python with TRL');
const SEED = Number(process.env['TUNING_FORK_SEED'] ?? Math.floor(Math.random() * 1_000_000));
const SAMPLE = 2000;
const FIXTURES = path.join(import.meta.dirname, '../../../fixtures/template-rules');

interface Fixture {
  readonly bad: readonly { readonly template: string; readonly marks: readonly string[] }[];
  readonly good: readonly string[];
}

const fixtures = globSync('*.json', { cwd: FIXTURES }).map((file) => ({
  rule: path.basename(file, '.json'),
  ...(JSON.parse(readFileSync(path.join(FIXTURES, file), 'utf8')) as Fixture),
}));

function findings(template: string, rule?: string): TemplateFinding[] {
  const all = lintTemplate(analyzeTemplate(template));
  return rule === undefined ? all : all.filter((each) => each.rule === rule);
}

function generatedTemplate(index: number): string {
  const json = generatedCase(SEED, index).find(([name]) => name === 'template')?.[1] ?? '""';
  const template = JSON.parse(json) as string;
  return index % 3 === 0 ? mutate(randomOf(SEED, index), template) : template;
}

describe('the rules about templates', () => {
  it('have a fixture each', () => {
    expect(fixtures.map(({ rule }) => rule).toSorted()).toEqual(ruleTable.map(({ id }) => id).toSorted());
  });

  it.each(fixtures)('$rule marks what is wrong, and nothing else', ({ rule, bad, good }) => {
    expect(bad.length).toBeGreaterThan(0);
    for (const { template, marks } of bad) {
      const marked = findings(template, rule).map(({ start, end }) => template.slice(start, end));
      expect([template, marked]).toEqual([template, marks]);
    }
    for (const template of good) expect([template, findings(template, rule)]).toEqual([template, []]);
  });

  it('say what is wrong in both languages, with nothing left to fill in', () => {
    for (const { template } of fixtures.flatMap(({ bad }) => bad)) {
      for (const { message, fix } of findings(template)) {
        for (const each of fix === undefined ? [message] : [message, fix.title]) {
          const sentences = [formatMessage(each, 'en'), formatMessage(each, 'ko')];
          expect(sentences.join(' '), each.id).not.toMatch(
            /\{(?:name|near|tag|open|closing|mark|reason|test|line|what|key|header)\}/,
          );
          expect(sentences, each.id).not.toContain(each.id);
        }
      }
    }
  });

  it('offer a name that is near, and the fix leaves nothing to say', () => {
    for (const template of [
      '{{ a | trimm }}',
      '{{ a is defned }}',
      '{{ mesages }}',
      '{% fro m in messages %}{% endfor %}',
    ]) {
      const [edit] = findings(template).flatMap(({ fix }) => fix?.edits ?? []);
      if (edit === undefined) throw new Error(`no fix for ${template}`);
      const fixed = template.slice(0, edit.start) + edit.text + template.slice(edit.end);
      expect([
        fixed,
        findings(fixed).filter(({ severity }) => severity === 'error' || severity === 'warning'),
      ]).toEqual([fixed, []]);
    }
  });
});

describe(`generated templates, seed ${SEED}`, () => {
  it('have an error exactly where the engine refuses them before they run', () => {
    let refused = 0;
    for (let i = 0; i < SAMPLE; i++) {
      const template = generatedTemplate(i);
      const entry = compiled(template);
      const errors = findings(template).filter(({ severity }) => severity === 'error');
      if ('fault' in entry) refused++;
      expect([template, errors.length > 0]).toEqual([template, 'fault' in entry]);
      for (const { start, end } of errors)
        expect([template, start >= 0 && start <= end && end <= template.length]).toEqual([template, true]);
    }
    expect(refused).toBeGreaterThan(SAMPLE / 20);
  });
});

describe.skipIf(python === undefined)('real templates', () => {
  const templates = python === undefined ? {} : realTemplates(python);

  it('have no error, and no warning but that for their line ends', () => {
    for (const [name, template] of Object.entries(templates)) {
      if ('fault' in compiled(template)) continue;
      const loud = findings(template).filter(
        ({ rule, severity }) => (severity === 'error' || severity === 'warning') && rule !== 'template-crlf',
      );
      expect([name, loud]).toEqual([name, []]);
    }
  });
});
