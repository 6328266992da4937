import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { afterAll, describe, expect, test } from 'vitest';
import { addFile, noFindings } from '../../src/cli/lint-totals.ts';
import type { CommandContext } from '../../src/cli/command.ts';
import { lintPrinter } from '../../src/cli/lint-formats.ts';
import { runCli } from '../../src/cli/run-cli.ts';
import { MOST_LISTED } from '../../src/core/dataset/findings/finding-list.ts';
import { lintBytes } from '../../src/core/dataset/linter.ts';
import { lintReport, lintReportLine } from '../../src/core/dataset/findings/lint-report.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'tuning-fork-unlisted-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const places = { worker: '', segmentWorker: '', python: '', media: '' };
const terminal = { out: false, err: false, in: false };

const linted = lintBytes(new TextEncoder().encode('\n1\n\n\n\n2\n'), {
  path: 'many.jsonl',
  mostListed: 2,
  ignores: [{ entry: 0, rules: ['blank-line'], row: null, reason: 'Meant.', isExact: true }],
});

/** What a format prints of a file that has more findings than are listed: one of a rule, and ignored ones. */
async function printed(format: string, language: 'en' | 'ko' = 'en'): Promise<string> {
  let text = '';
  const context = {
    out: async (part: string) => void (text += part),
    language,
    jsonLanguage: 'en',
    terminal: { color: false },
  } as unknown as CommandContext;
  const printer = lintPrinter(format, context);
  await printer.begin();
  await printer.file(linted);
  await printer.end(addFile(noFindings, linted));
  return text;
}

describe('findings that are too many to be listed', () => {
  test('are in the summary of pretty, with cause and cure', async () => {
    expect((await printed('pretty')).split('\n').at(-2)).toBe(
      '1 file, 2 rows: 2 errors, 0 warnings, 0 notes. 1 finding is counted and not listed, because a file has too many to list them all. Mend those that are listed, or turn their rules off, and lint again. 4 findings ignored by tuning-fork.yaml.',
    );
    expect(await printed('pretty', 'ko')).toContain('지적 1개는 세기만 하고 나열하지 않았습니다.');
  });

  test('are numbers in json and jsonl', async () => {
    const numbers = { counts: { 'not-an-object': 2 }, unlisted: 1, unlistedIgnored: 3 };
    const [file] = v.parse(lintReport, JSON.parse(await printed('json'))).files;
    expect(file).toMatchObject({ ...numbers, ignored: [{ rule: 'blank-line', row: 1, reason: 'Meant.' }] });
    expect(file?.findings).toHaveLength(1);
    const last = (await printed('jsonl')).trimEnd().split('\n').at(-1) ?? '';
    expect(v.parse(lintReportLine, JSON.parse(last))).toMatchObject(numbers);
  });

  test('are a notification of the run in sarif, and a notice in github', async () => {
    const sentence =
      '1 finding in many.jsonl is counted and not listed, because there are too many to list them all. Mend those that are listed, or turn their rules off, and lint again.';
    expect(JSON.parse(await printed('sarif'))).toMatchObject({
      runs: [{ invocations: [{ toolExecutionNotifications: [{ message: { text: sentence } }] }] }],
    });
    expect((await printed('github')).split('\n').at(-2)).toBe(`::notice file=many.jsonl::${sentence}`);
  });

  test('count for the exit code, and the note says how many there are', async () => {
    const file = openSync(path.join(folder, 'blank.jsonl'), 'w');
    writeSync(file, '\n'.repeat(MOST_LISTED + 1));
    closeSync(file);
    let lines = 0;
    let notes = '';
    const run = (...argv: string[]) =>
      runCli({
        argv: ['lint', 'blank.jsonl', '--rule', 'blank-line=warning', '--rule', 'empty-file=off', ...argv],
        env: {},
        cwd: folder,
        stdin: (async function* () {})(),
        out: async (text) => void (lines += text.split('\n').length - 1),
        note: (text) => void (notes += text),
        terminal,
        signal: new AbortController().signal,
        version: '0',
        places,
      });
    expect(await run('--max-warnings', String(MOST_LISTED), '--format', 'jsonl')).toBe(1);
    expect(lines).toBe(MOST_LISTED + 1);
    expect(notes).toBe(
      '1 finding is counted and not listed, because a file has too many to list them all. Mend those that are listed, or turn their rules off, and lint again.\n' +
        'Warnings: 1,000,001, more than the 1,000,000 that --max-warnings allows.\n',
    );
  });
});
