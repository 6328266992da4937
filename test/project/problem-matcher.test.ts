import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { LintReport } from '../../src/core/dataset/lint-report.ts';
import { lintTaskArguments, type LintTask } from '../../src/core/dataset/lint-task.ts';
import { cli } from '../kit/cli-process.ts';
import { matchProblem } from '../kit/problem-matcher.ts';

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
writeFileSync(path.join(folder, 'table.csv'), 'instruction,output\nHi,\n');

/** The lines that a task prints, and the findings that they stand for. */
async function printed(language: 'en' | 'ko') {
  const task: LintTask = { type: 'tuning-fork', command: 'lint', paths: [], args: [] };
  const { out } = await cli(folder, lintTaskArguments(task, language));
  const json = await cli(folder, ['lint', '--format', 'json', '--lang', language]);
  const { files } = JSON.parse(json.out) as LintReport;
  const findings = files.flatMap((file) => file.findings.map((found) => ({ ...found, file: file.path })));
  return { lines: out.trimEnd().split('\n'), findings };
}

describe('the problem matcher $tuning-fork', () => {
  test.each(['en', 'ko'] as const)(
    'reads every finding of a task in %s, and nothing else',
    async (language) => {
      const { lines, findings } = await printed(language);
      const expected = findings.map(({ file, line, row, column, severity, message, rule }) => ({
        file,
        line: String(line ?? row),
        column: line === undefined ? undefined : String(column),
        severity,
        message,
        code: rule,
      }));
      expect(findings.length).toBeGreaterThan(7);
      expect(lines.slice(0, -1).map(matchProblem)).toEqual(expected);
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
  ])('reads the path of %s', (line, file) => {
    expect(matchProblem(line)).toMatchObject({ file, line: '3', column: '7' });
  });

  test.each([
    '',
    '> lint',
    '1 file, 3 rows: 1 error, 0 warnings, 0 notes.',
    'lint: there is no such path: x',
  ])('leaves %j alone', (line) => {
    expect(matchProblem(line)).toBe(null);
  });
});
