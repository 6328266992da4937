import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { reportDocument } from '../../src/core/dataset/report/report-document.ts';
import { byteTokenizer } from '../kit/byte-tokenizer.ts';
import { cli } from '../kit/cli-process.ts';
import { sensitiveValues } from '../kit/dataset/sensitive-values.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tuning-fork-cli-report-'));
  writeFileSync(path.join(folder, 'train.jsonl'), '{"text": "a"}\n{"text": "a"}\n{"text": \n');
  mkdirSync(path.join(folder, 'sub'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function read(name: string): string {
  return readFileSync(path.join(folder, name), 'utf8');
}

/** A model whose every byte is a token, and a recipe that trains it. */
function putModel(): void {
  mkdirSync(path.join(folder, 'model'));
  writeFileSync(path.join(folder, 'model/tokenizer.json'), byteTokenizer());
  writeFileSync(path.join(folder, 'model/tokenizer_config.json'), '{"eos_token": "$"}');
  writeFileSync(path.join(folder, 'recipe.sft.yaml'), 'model_name_or_path: model\n');
}

describe('report', () => {
  test('writes one HTML file and says what is in it, whatever the file holds', async () => {
    expect(await cli(folder, ['report', 'train.jsonl', '--out', 'report.html'])).toEqual({
      code: 0,
      out: 'train.jsonl: 3 rows, 1 error, 1 warning, 0 notes. Written to report.html.\n',
      notes: '',
    });
    expect(read('report.html')).toMatch(/^<!doctype html>\n<html lang="en">[^]*<\/html>\n$/);
    expect(readdirSync(folder).toSorted()).toEqual(['report.html', 'sub', 'train.jsonl']);
  });

  test('writes Korean when it is asked for', async () => {
    const { out } = await cli(folder, ['report', 'train.jsonl', '--out', 'sub/r.html', '--lang', 'ko']);
    expect(out).toBe('train.jsonl: 3행, 오류 1건, 경고 1건, 참고 0건. sub/r.html에 썼습니다.\n');
    expect(read('sub/r.html')).toContain('<html lang="ko">');
    expect(read('sub/r.html')).toContain('사람이 읽어야 할 것');
  });

  test('prints the report as JSON, with or without a file', async () => {
    for (const more of [[], ['--out', 'report.html']]) {
      const { code, out } = await cli(folder, ['report', 'train.jsonl', '--format', 'json', ...more]);
      const report = v.parse(reportDocument, JSON.parse(out));
      expect([code, report.file.rows, report.findings.errors]).toEqual([0, 3, 1]);
      expect(report.findings.rules.map(({ first }) => first[0]?.message)).toContain(
        'The row equals row 1, so the model learns it twice. Remove one of them.',
      );
      expect(existsSync(path.join(folder, 'report.html'))).toBe(more.length > 0);
    }
  });

  test('lists what tuning-fork.yaml ignores with the reasons, and counts it nowhere else', async () => {
    const entry =
      'ignore:\n  - {files: train.jsonl, rules: exact-duplicate, reason: "Twice <on> purpose."}\n';
    writeFileSync(path.join(folder, 'tuning-fork.yaml'), entry);
    const { out } = await cli(folder, ['report', 'train.jsonl', '--format', 'json', '--out', 'report.html']);
    const report = v.parse(reportDocument, JSON.parse(out));
    const group = { rule: 'exact-duplicate', reason: 'Twice <on> purpose.', count: 1, rows: 1, first: [2] };
    expect([report.ignored, report.findings.warnings]).toEqual([[group], 0]);
    const page = read('report.html');
    const section = page.slice(
      page.indexOf('<section id="ignored">'),
      page.indexOf('<section id="training">'),
    );
    expect(section).toContain('exact-duplicate: Twice &lt;on&gt; purpose.');
    expect(section).toContain('<a href="#row-2">Row 2</a>');
    rmSync(path.join(folder, 'tuning-fork.yaml'));
  });

  test('has the rows that the file shares with the one that is trained on', async () => {
    writeFileSync(path.join(folder, 'valid.jsonl'), '{"text": "b"}\n{"text": "a"}\n');
    const { out } = await cli(folder, ['report', 'valid.jsonl', '--format', 'json']);
    const { findings, overlap } = v.parse(reportDocument, JSON.parse(out));
    expect(overlap).toEqual({ count: 1, rows: 1, first: [2], with: ['train.jsonl'] });
    const shared = findings.rules.find(({ rule }) => rule === 'train-eval-overlap');
    expect(shared?.first.map(({ row }) => row)).toEqual([2]);
  });

  test('tells a file that has nothing in common with the other from one that was compared with none', async () => {
    writeFileSync(path.join(folder, 'valid.jsonl'), '{"text": "b"}\n');
    const said = async (name: string): Promise<string> => {
      await cli(folder, ['report', name, '--out', 'report.html', '--force']);
      return read('report.html');
    };
    expect(await said('valid.jsonl')).toContain('<p>Compared with train.jsonl, which is trained on: no row');
    expect(await said('train.jsonl')).toContain('<p>Not compared with a file that is trained on');
  });

  test('counts what a recipe would train on', async () => {
    putModel();
    const argv = ['report', 'train.jsonl', '--recipe', 'recipe.sft.yaml', '--out', 'report.html'];
    const { code, out } = await cli(folder, argv);
    expect([code, out]).toEqual([
      0,
      'train.jsonl: 3 rows, 1 error, 1 warning, 0 notes. 4 of 4 tokens are trained. Written to report.html.\n',
    ]);
    const page = read('report.html');
    expect(page).toContain('With recipe.sft.yaml, 4 of 4 tokens in 2 rows are trained (100 %).');
    expect(page).toContain('datasets cannot load the file as it is (json-syntax, under Findings)');
    expect(page).not.toContain('<script');
    const { out: json } = await cli(folder, [
      'report',
      'train.jsonl',
      '--recipe',
      'recipe.sft.yaml',
      '--format',
      'json',
    ]);
    expect(v.parse(reportDocument, JSON.parse(json)).tokens).toMatchObject({ kind: 'counted', trained: 4 });
  });

  test('says why tokens could not be counted, and makes the report all the same', async () => {
    putModel();
    rmSync(path.join(folder, 'model/tokenizer.json'));
    const argv = ['report', 'train.jsonl', '--recipe', 'recipe.sft.yaml', '--out', 'report.html'];
    const { code, notes } = await cli(folder, argv);
    const reason =
      'Tokens are not counted, because the model model of recipe.sft.yaml has no tokenizer.json. Save its tokenizer into the folder.';
    expect([code, notes]).toEqual([1, `report: ${reason}\n`]);
    expect(read('report.html')).toContain(`<p>${reason}</p>`);
  });

  test('a recipe that is not there is a wrong command', async () => {
    const { code, notes } = await cli(folder, [
      'report',
      'train.jsonl',
      '--recipe',
      'none.yaml',
      '--out',
      'r.html',
    ]);
    expect([code, notes]).toEqual([2, 'tuning-fork: There is no recipe none.yaml. Correct the path.\n']);
  });

  test('without a recipe it says how to have tokens counted', async () => {
    await cli(folder, ['report', 'train.jsonl', '--out', 'report.html']);
    expect(read('report.html')).toContain('Name one with tuning-fork report FILE --recipe RECIPE');
  });

  test('takes its JSON from the locale only when --lang says so', async () => {
    const korean = { env: { LANG: 'ko_KR.UTF-8' } };
    const { out } = await cli(folder, ['report', 'train.jsonl', '--format', 'json'], korean);
    expect(out).not.toMatch(/[가-힣]/);
    const { out: spoken } = await cli(folder, ['report', 'train.jsonl', '--format', 'json', '--lang', 'ko']);
    expect(spoken).toMatch(/[가-힣]/);
  });

  test('never shows the value of a secret or of personal data', async () => {
    const lines = sensitiveValues.map(({ text }) => JSON.stringify({ text }));
    writeFileSync(path.join(folder, 'train.jsonl'), lines.join('\n'));
    for (const lang of ['en', 'ko']) {
      const argv = [
        'report',
        'train.jsonl',
        '--format',
        'json',
        '--out',
        'r.html',
        '--force',
        '--lang',
        lang,
      ];
      const { out, notes } = await cli(folder, argv);
      for (const { kind, value } of sensitiveValues)
        expect(out + notes + read('r.html'), kind).not.toContain(value);
      expect(read('r.html')).toContain('hf_…');
    }
  });

  test('writes over a report only with --force', async () => {
    writeFileSync(path.join(folder, 'report.html'), 'mine');
    expect(await cli(folder, ['report', 'train.jsonl', '--out', 'report.html'])).toEqual({
      code: 2,
      out: '',
      notes:
        'tuning-fork: report: report.html is there already. Name another file, or write over it with --force.\n',
    });
    expect(read('report.html')).toBe('mine');
    expect((await cli(folder, ['report', 'train.jsonl', '--out', 'report.html', '--force'])).code).toBe(0);
    expect(read('report.html')).toContain('<!doctype html>');
  });

  test.each([
    [[], 'report: name one dataset file.'],
    [['train.jsonl', 'train.jsonl', '--out', 'r.html'], 'report: name one dataset file.'],
    [['sub', '--out', 'r.html'], 'report: name one dataset file.'],
    [['train.jsonl'], 'report: --out is missing, which says where'],
    [['gone.jsonl', '--out', 'r.html'], 'No such file or folder: gone.jsonl.'],
    [['train.jsonl', '--out', 'gone/r.html'], 'report: gone/r.html cannot be written.'],
    [['train.jsonl', '--out', 'sub', '--force'], 'report: sub cannot be written.'],
    [['train.jsonl', '--out', 'train.jsonl', '--force'], 'report: --out is the dataset itself.'],
    [
      ['train.jsonl', '--out', 'r.html', '--format', 'xml'],
      'report: --format is one of pretty, json, not xml.',
    ],
  ])('%j is answered with exit 2 and a sentence', async (argv, sentence) => {
    const { code, out, notes } = await cli(folder, ['report', ...argv]);
    expect([code, out]).toEqual([2, '']);
    expect(notes).toContain(`tuning-fork: ${sentence}`);
    expect(readdirSync(folder).toSorted()).toEqual(['sub', 'train.jsonl']);
    expect(read('train.jsonl')).toBe('{"text": "a"}\n{"text": "a"}\n{"text": \n');
  });

  test('leaves nothing behind when it is given up', async () => {
    const signal = AbortSignal.abort();
    expect(await cli(folder, ['report', 'train.jsonl', '--out', 'r.html'], { signal })).toEqual({
      code: 1,
      out: '',
      notes: 'Stopped; nothing was written.\n',
    });
    expect(readdirSync(folder).toSorted()).toEqual(['sub', 'train.jsonl']);
  });

  test('shows how far it is where there is a terminal', async () => {
    writeFileSync(
      path.join(folder, 'train.jsonl'),
      `${JSON.stringify({ text: 'a '.repeat(900_000) })}\n{"text": "b"}\n`,
    );
    const terminal = { out: false, err: true, in: false };
    const { notes } = await cli(folder, ['report', 'train.jsonl', '--out', 'r.html'], { terminal });
    expect(notes).toContain('2/2 MB');
  });
});
