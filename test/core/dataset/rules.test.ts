import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { asReportedFile } from '../../../src/core/dataset/findings/lint-report.ts';
import { lintBytes } from '../../../src/core/dataset/linter.ts';
import { ruleTable } from '../../../src/core/dataset/rules/rule-table.ts';
import { formatMessage } from '../../../src/core/text/format-message.ts';
import { ruleFixtures } from './fixture-files.ts';

const update = process.env['UPDATE_GOLDENS'] === '1';
const fixtures = ruleFixtures();
/** Their subjects are no text files, large ones, or more than one file: other tests have them. */
const withoutFixture: ReadonlySet<string> = new Set([
  'unreadable-format',
  'csv-syntax',
  'csv-type',
  'csv-null',
  'late-change',
  'configuration',
  'unused-ignore',
  'train-eval-overlap',
  'folder-sidecar',
  'folder-left-out',
  'folder-read-twice',
  'folder-formats',
  'folder-columns',
  'folder-null-column',
]);

describe('the findings of a fixture are those of its golden', () => {
  test.each(fixtures)('$name', ({ name, file, expected }) => {
    const linted = lintBytes(readFileSync(file), { path: name, deep: true });
    const actual = `${JSON.stringify(asReportedFile(linted, 'en'), null, 1)}\n`;
    if (update) writeFileSync(expected, actual);
    expect(existsSync(expected), 'no golden: run with UPDATE_GOLDENS=1').toBe(true);
    expect(actual).toBe(readFileSync(expected, 'utf8'));
  });
});

describe('the rule table', () => {
  test('has an id once', () => {
    const ids = ruleTable.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each([...withoutFixture])('has %s, which has no fixture', (id) => {
    expect(ruleTable.map((rule) => rule.id)).toContain(id);
    expect(fixtures.map(({ rule }) => rule)).not.toContain(id);
  });

  const rules = ruleTable.filter(({ id }) => !withoutFixture.has(id));
  test.each(rules)('names something in a fixture of $id', ({ id }) => {
    const own = fixtures.filter(({ rule }) => rule === id);
    expect(
      own.some(({ file }) => (lintBytes(readFileSync(file), { path: '', only: [id] }).counts[id] ?? 0) > 0),
    ).toBe(true);
  });

  const textRules = rules.filter(({ id }) => id !== 'invalid-utf-8');
  test.each(textRules)('$id accepts its good example and names its bad one', ({ id, documentation }) => {
    const count = (text: string) =>
      lintBytes(new TextEncoder().encode(text), { path: '', only: [id] }).counts[id] ?? 0;
    expect(count(documentation.good)).toBe(0);
    expect(count(documentation.bad)).toBeGreaterThan(0);
  });

  test('has sentences in both languages for all that the fixtures find', () => {
    for (const { file } of fixtures) {
      for (const { message } of lintBytes(readFileSync(file), { path: '', deep: true }).findings) {
        for (const language of ['en', 'ko'] as const) {
          const args = message.args ?? {};
          const sentence = formatMessage({ id: message.id, args }, language);
          expect(sentence).not.toContain(message.id);
          const said = Object.values(args).filter((arg) => typeof arg === 'string');
          // What a text of the row holds may stand between braces too.
          const own = said.reduce((rest, arg) => rest.replaceAll(arg, ''), sentence);
          expect(own).not.toMatch(/\{\w+\}/);
        }
      }
    }
  });
});
