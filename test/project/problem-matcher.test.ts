import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { LintReport } from '../../src/core/dataset/findings/lint-report.ts';
import { LINT_MATCHERS, lintTaskArguments, type LintTask } from '../../src/core/dataset/lint-task.ts';
import { cli } from '../kit/cli-process.ts';
import { matchersOf, matchProblem, MATCHERS_OF_FILES } from '../kit/problem-matcher.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'tuning-fork-matcher-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ROWS = [
  '{"text": "한국어 (a) 👍\u00a0b (c)"}',
  '{"text": "x\u200by", "n": 1e999}',
  'no json: 1:2 error (x-y)',
  '',
  '{"messages": [{"role": "user (x)", "content": " "}]}',
];
writeFileSync(path.join(folder, '데이터 (1).jsonl'), `\ufeff${ROWS.join('\n')}`);
writeFileSync(path.join(folder, 'table: 1.csv'), 'instruction,output\nHi,Hello\n"a\nb",\n');

/** The lines that a task prints, and the findings that they stand for. */
async function printed(language: 'en' | 'ko') {
  const task: LintTask = { type: 'tuning-fork', command: 'lint', paths: [], args: [] };
  const { out } = await cli(folder, lintTaskArguments(task, language));
  const json = await cli(folder, ['lint', '--format', 'json', '--lang', language]);
  const { files } = JSON.parse(json.out) as LintReport;
  const findings = files.flatMap((file) => file.findings.map((found) => ({ ...found, file: file.path })));
  return { lines: out.trimEnd().split('\n'), findings };
}

describe('the problem matchers of lint', () => {
  test('are those that a task has', () => {
    expect(LINT_MATCHERS).toEqual(['$tuning-fork', '$tuning-fork-rows']);
    expect(MATCHERS_OF_FILES).toEqual(['$tuning-fork-rows']);
  });

  test.each([
    ['en', (row: number, message: string) => `Row ${row}: ${message}`],
    ['ko', (row: number, message: string) => `${row}행: ${message}`],
  ] as const)(
    'read every finding of a task in %s, and nothing else; one without a line is of the file and names its row, if it is about one',
    async (language, inRow) => {
      const { lines, findings } = await printed(language);
      const expected = findings.map(({ file, line, row, column, severity, message, rule }) => ({
        file,
        severity,
        code: rule,
        ...(line === undefined
          ? { matcher: '$tuning-fork-rows', message: row === 0 ? message : inRow(row, message) }
          : { matcher: '$tuning-fork', message, line: String(line), column: String(column) }),
      }));
      expect(findings.filter(({ line }) => line === undefined).map(({ row }) => row)).toContain(2);
      expect(findings.length).toBeGreaterThan(7);
      expect(lines.slice(0, -1).map(matchProblem)).toEqual(expected);
      expect(lines.slice(0, -1).map(matchersOf)).toEqual(expected.map(({ matcher }) => [matcher]));
      expect(matchProblem(lines.at(-1) ?? '')).toBe(null);
    },
  );

  test.each([
    ['C:/data/train.jsonl:3:7 error The row is no JSON. (json-syntax)', 'C:/data/train.jsonl'],
    [
      String.raw`C:\data\train.jsonl:3:7 error The row is no JSON. (json-syntax)`,
      String.raw`C:\data\train.jsonl`,
    ],
    ['a b/한국어.jsonl:3:7 error The row is no JSON. (json-syntax)', 'a b/한국어.jsonl'],
  ])('read the path of %s', (line, file) => {
    expect(matchProblem(line)).toMatchObject({ file, line: '3', column: '7' });
  });

  test.each([
    ['C:/data/a.csv: error Row 3: The row is no JSON. (json-syntax)', '$tuning-fork-rows'],
    ['a.csv: info Row 3: a:3:7 error The end. (json-syntax)', '$tuning-fork-rows'],
    ['a.jsonl:3:7 error It is a.csv: info Row 3: so. (json-syntax)', '$tuning-fork'],
  ])('are one for %s', (line, matcher) => {
    expect(matchersOf(line)).toEqual([matcher]);
  });

  test.each([
    '',
    '> lint',
    '1 file, 3 rows: 1 error, 0 warnings, 0 notes.',
    'lint: there is no such path: x',
  ])('leave %j alone', (line) => {
    expect(matchProblem(line)).toBe(null);
  });
});
