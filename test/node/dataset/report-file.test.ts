import { createHash } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { afterAll, expect, test } from 'vitest';
import { ruleFixtures } from '../../core/dataset/fixture-files.ts';
import { reportPage } from '../../../src/core/dataset/report/html/report-page.ts';
import { datasetReport } from '../../../src/core/dataset/report/dataset-report.ts';
import { reportFile } from '../../../src/node/dataset/report-file.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'tuning-fork-report-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const root = path.resolve(import.meta.dirname, '../../..');
const never = new AbortController().signal;

function put(name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

const rows = [
  { prompt: 'Where?', completion: 'Seoul' },
  { prompt: 'When?', completion: 'Now' },
  { prompt: 'Where?', completion: 'Seoul' },
];

test.each([
  ['lines', put('a.jsonl', rows.map((row) => JSON.stringify(row)).join('\n'))],
  ['an array', put('a.json', JSON.stringify(rows, null, 2))],
  ['a table', put('a.csv', `prompt,completion\nWhere?,Seoul\nWhen?,Now\nWhere?,Seoul\n`)],
])('%s: counted, linted, and the beginnings of the rows that are named', async (_, file) => {
  const report = await reportFile(file, { shownPath: 'a', signal: never });
  expect(report.file).toMatchObject({ path: 'a', format: 'prompt-completion', rows: 3 });
  expect(report.file.sha256).toBe(createHash('sha256').update(readFileSync(file)).digest('hex'));
  const [first = 0, , third = 0] = report.excerpts.map(({ row }) => row);
  expect(report.duplicates.exact).toEqual({
    rows: 2,
    groups: 1,
    largest: [{ rows: 2, first: [first, third] }],
  });
  expect(report.excerpts).toHaveLength(3);
  expect(report.excerpts[1]?.parts).toEqual([
    { name: 'prompt', text: 'When?' },
    { name: 'completion', text: 'Now' },
  ]);
});

test('Parquet', async () => {
  const file = path.join(root, 'test/fixtures/parquet/zstd.parquet');
  const report = await reportFile(file, { shownPath: 'a', signal: never });
  expect(report.file).toMatchObject({ format: 'messages', rows: 3 });
  expect(report.excerpts.map(({ row }) => row)).toEqual([1, 2, 3]);
});

test.each([
  ['nothing', new Uint8Array()],
  ['no text', new Uint8Array([0xff, 0xfe, 0x00, 0x0a, 0x80])],
  ['no JSON', new TextEncoder().encode('{{{\n\n"\n[')],
])('a file of %s has a report', async (_, content) => {
  const report = await reportFile(put('odd.jsonl', content), { shownPath: 'a', signal: never });
  expect(v.is(datasetReport, report)).toBe(true);
  expect(report.file).toMatchObject({ format: 'unknown', bytes: content.length });
});

test('every file that a rule is shown with has a report', async () => {
  for (const { file, name } of ruleFixtures()) {
    const report = await reportFile(file, { shownPath: name, signal: never });
    expect(v.is(datasetReport, report), name).toBe(true);
    const page = reportPage(report, {}, 'ko', '');
    expect(page, name).not.toContain('dataset.report.');
    expect(page.isWellFormed(), name).toBe(true);
  }
});

test('the sample: what its README says is in it', async () => {
  const report = await reportFile(path.join(root, 'media/sample/defects.jsonl'), {
    shownPath: 'a',
    signal: never,
  });
  expect(report.file).toMatchObject({ format: 'messages', rows: 16 });
  expect(report.duplicates.exact).toMatchObject({ rows: 2, groups: 1 });
  expect(report.training.withoutAnswer.first).toContain(12);
});

test('a thousand rows are counted and some are shown', async () => {
  const many = Array.from({ length: 1000 }, (_, n) =>
    JSON.stringify({ text: `${'word '.repeat(n % 90)}${n}` }),
  );
  const progress: number[] = [];
  const report = await reportFile(put('many.jsonl', many.join('\n')), {
    shownPath: 'a',
    signal: never,
    onProgress: (done, total) => progress.push(done / total),
  });
  expect(report.lengths[0]?.count).toBe(1000);
  expect(report.excerpts.length).toBeLessThan(100);
  expect(progress).toHaveLength(1000);
  expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  expect(progress.at(-1)).toBeLessThan(1);
});

test.each(['a.jsonl', 'a.csv', 'zstd.parquet'])('%s: it stops when it is given up', async (name) => {
  const file = path.join(name.endsWith('.parquet') ? path.join(root, 'test/fixtures/parquet') : folder, name);
  const controller = new AbortController();
  const report = reportFile(file, {
    shownPath: 'a',
    signal: controller.signal,
    onProgress: () => controller.abort(new Error('given up')),
  });
  await expect(report).rejects.toThrow('given up');
});

test('a file that changes meanwhile has no report', async () => {
  const file = put('growing.jsonl', '{"text": "a"}\n');
  const report = reportFile(file, {
    shownPath: 'growing.jsonl',
    signal: never,
    onProgress: () => appendFileSync(file, '{"text": "b"}\n'),
  });
  await expect(report).rejects.toMatchObject({
    detail: { id: 'dataset.report.changed', args: { path: 'growing.jsonl' } },
  });
});

test('a file that is not there is the error of the file system', async () => {
  await expect(reportFile(path.join(folder, 'no'), { shownPath: 'no', signal: never })).rejects.toMatchObject(
    {
      code: 'ENOENT',
    },
  );
});
