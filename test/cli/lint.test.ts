import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { afterAll, describe, expect, test } from 'vitest';
import { runCli } from '../../src/cli/run-cli.ts';
import { lintReport, lintReportLine } from '../../src/core/dataset/findings/lint-report.ts';
import { rulesReport } from '../../src/core/dataset/rules-report.ts';
import { ruleTable } from '../../src/core/dataset/rules/rule-table.ts';
import { PrepareFolder } from '../kit/dataset/prepare-folder.ts';
import { matchProblem } from '../kit/problem-matcher.ts';

const folder = new PrepareFolder();
afterAll(() => folder.remove());

folder.put('..data/x.jsonl', '{"text": "a"}\n');
folder.put('control.jsonl', '{"complet\\nion": "a", "prom\\u001b[31mpt": "b"}\n');
folder.put('good.jsonl', '{"text": "a"}\n');
folder.put('twice.jsonl', '{"text": "é"}\n{"text": "é"}\n\n');
folder.put('broken.jsonl', '{"text": "a"\n');
folder.put('folder.jsonl/inside.ndjson', '{"text": "a"}\n');
folder.put('folder.jsonl/rows.json', '[\n  {"text": "a"}\n]');
folder.put('folder.jsonl/lines.json', '{"text": "a"}\n{"text": "b"}\n');
folder.put('folder.jsonl/package.json', '{\n  "name": "no-rows"\n}\n');
folder.put('folder.jsonl/table.csv', 'Q,A\n');
folder.put('folder.jsonl/node_modules/x.jsonl', 'not read');
folder.put('folder.jsonl/.venv/lib/python3.13/site-packages/x/x.csv', 'not read');
folder.put('folder.jsonl/sub/venv/x.jsonl', 'not read');
folder.put('folder.jsonl/.tuning-fork/runs/events.jsonl', 'not read');

async function cli(...argv: string[]): Promise<{ code: number; out: string; note: string }> {
  const written = { out: '', note: '' };
  const code = await runCli({
    argv,
    env: {},
    cwd: folder.path,
    stdin: (async function* () {})(),
    out: async (text) => void (written.out += text),
    note: (text) => void (written.note += text),
    terminal: { out: false, err: false, in: false },
    signal: new AbortController().signal,
    version: '0',
    places: { worker: '', segmentWorker: '', python: '', media: '' },
  });
  return { code, ...written };
}

async function json(...argv: string[]) {
  return v.parse(lintReport, JSON.parse((await cli('lint', ...argv, '--format', 'json')).out));
}

describe('lint', () => {
  test('names a file in a folder called by dots as it names others', async () => {
    expect((await json('..data')).files.map(({ path: shown }) => shown)).toEqual(['..data/x.jsonl']);
  });

  test('keeps a sentence in its line, and from a terminal what data would tell it', async () => {
    const { out } = await cli('lint', 'control.jsonl');
    const lines = out.trimEnd().split('\n').slice(0, -1);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.filter((line) => matchProblem(line) === null)).toEqual([]);
    expect(out).toContain('complet\\nion');
    expect(out).not.toContain('\u001b');
  });

  test('prints file, place, severity, sentence and rule, and one summary line', async () => {
    expect(await cli('lint', 'twice.jsonl')).toEqual({
      code: 0,
      note: '',
      out: [
        'twice.jsonl:2:1 warning The row equals row 1, so the model learns it twice. Remove one of them. (exact-duplicate)',
        'twice.jsonl:3:1 info The line is empty, and loading a file with such lines skips a check for unlike keys. Remove it. (blank-line)',
        '1 file, 2 rows: 0 errors, 1 warning, 1 note.\n',
      ].join('\n'),
    });
  });

  test('ends with 1 for an error in a file, 0 for warnings alone', async () => {
    expect((await cli('lint', 'broken.jsonl')).code).toBe(1);
    expect((await cli('lint', 'twice.jsonl', '--rule', 'exact-duplicate=error')).code).toBe(1);
    expect((await cli('lint', 'broken.jsonl', '--rule', 'json-syntax=off')).code).toBe(0);
  });

  test('ends with 1 for more warnings than --max-warnings, and says so', async () => {
    expect((await cli('lint', 'twice.jsonl', '--max-warnings', '1')).code).toBe(0);
    expect(await cli('lint', 'twice.jsonl', '--max-warnings=0')).toMatchObject({
      code: 1,
      note: 'Warnings: 1, more than the 0 that --max-warnings allows.\n',
    });
  });

  test('names the files of a folder in order, whatever the folder is called', async () => {
    const { files } = await json('folder.jsonl', 'good.jsonl', 'folder.jsonl/inside.ndjson');
    expect(files.map(({ path }) => path)).toEqual([
      'folder.jsonl/inside.ndjson',
      'folder.jsonl/lines.json',
      'folder.jsonl/rows.json',
      'folder.jsonl/table.csv',
      'good.jsonl',
    ]);
  });

  test('names the record of a CSV file, which has no lines', async () => {
    folder.put('table.csv', 'instruction,output\nSay hi,Hi\nSay bye,\n');
    const { code, out } = await cli('lint', 'table.csv');
    expect((await cli('lint', 'table.csv', '--format', 'github')).out).toMatch(
      /^::warning file=table\.csv,title=empty-content::Row 2: The column/,
    );
    expect([code, out.split('\n')[0]]).toEqual([
      0,
      'table.csv: warning Row 2: The column "output" has no text. Fill it in or remove the row. (empty-content)',
    ]);
  });

  test('says of a Parquet file that it is broken', async () => {
    folder.put('broken.parquet', 'PAR1');
    const { code, out } = await cli('lint', 'broken.parquet');
    expect([code, out.split('\n')[0]]).toEqual([
      1,
      expect.stringMatching(/^broken\.parquet: error The file is no Parquet or is broken \(.+\)/),
    ]);
  });

  describe('--fix', () => {
    const faulty = '\ufeff{"text": "a\u00a0b "}\n\n{"text": "c"}\r\n';

    test('applies what is safe and keeps the file as it was', async () => {
      folder.put('faulty.jsonl', faulty);
      folder.put('faulty.jsonl.bak', 'an older one');
      const { code, out, note } = await cli('lint', 'faulty.jsonl', '--fix');
      expect(folder.read('faulty.jsonl')).toBe('{"text": "a b "}\n{"text": "c"}\n');
      expect(folder.read('faulty.jsonl.bak')).toBe('an older one');
      expect(folder.read('faulty.jsonl.bak.2')).toBe(faulty);
      expect(note).toContain('4 fixes in faulty.jsonl; the file as it was is faulty.jsonl.bak.2.');
      expect([code, out.split('\n')]).toEqual([
        0,
        [
          expect.stringContaining('faulty.jsonl:1:14 info'),
          '1 file, 2 rows: 0 errors, 0 warnings, 1 note.',
          '',
        ],
      ]);
    });

    test('leaves a file without faults alone', async () => {
      expect((await cli('lint', 'good.jsonl', '--fix')).note).toBe('');
      expect(existsSync(path.join(folder.path, 'good.jsonl.bak'))).toBe(false);
    });

    test('writes another file if it is asked to, never over one that is there', async () => {
      folder.put('faulty.jsonl', faulty);
      const { note } = await cli('lint', 'faulty.jsonl', '--fix', '--out', 'fixed.jsonl');
      expect(note).toContain('4 fixes, written to fixed.jsonl.');
      expect([folder.read('faulty.jsonl'), folder.read('fixed.jsonl')]).toEqual([
        faulty,
        '{"text": "a b "}\n{"text": "c"}\n',
      ]);
      const again = await cli('lint', 'faulty.jsonl', '--fix', '--out', 'fixed.jsonl');
      expect([again.code, again.note]).toEqual([2, expect.stringContaining('is there already')]);
    });
  });

  test('prints one JSON document', async () => {
    expect(await json('twice.jsonl', '--rule', 'blank-line=off')).toEqual({
      version: 1,
      files: [
        {
          path: 'twice.jsonl',
          format: 'text',
          rows: 2,
          bytes: 31,
          findings: [
            {
              rule: 'exact-duplicate',
              severity: 'warning',
              row: 2,
              line: 2,
              column: 1,
              endLine: 2,
              endColumn: 14,
              start: 15,
              end: 29,
              message: 'The row equals row 1, so the model learns it twice. Remove one of them.',
              related: [{ row: 1 }],
              fix: { title: 'Remove the row', safe: false },
            },
          ],
          counts: { 'exact-duplicate': 1 },
        },
      ],
    });
  });

  test('prints an object a line: findings, then their file', async () => {
    const { out } = await cli('lint', 'twice.jsonl', '--format', 'jsonl', '--lang', 'ko');
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => v.parse(lintReportLine, JSON.parse(line)));
    expect(lines).toMatchObject([
      { rule: 'exact-duplicate', path: 'twice.jsonl' },
      { rule: 'blank-line' },
      { rows: 2 },
    ]);
    expect(out).toContain('모델이 두 번 배웁니다');
  });

  test('prints a SARIF log', async () => {
    const { out } = await cli('lint', 'twice.jsonl', 'broken.jsonl', '--format', 'sarif');
    expect(JSON.parse(out)).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          columnKind: 'utf16CodeUnits',
          results: [
            { ruleId: 'json-syntax', level: 'error' },
            { ruleId: 'exact-duplicate', level: 'warning', properties: { row: 2, relatedRows: [1] } },
            { ruleId: 'blank-line', level: 'note' },
          ],
        },
      ],
    });
  });

  test('prints annotations that GitHub reads', async () => {
    folder.put('a,b:c.jsonl', '{"text": "a"\n');
    const { out } = await cli('lint', 'a,b:c.jsonl', '--format', 'github');
    expect(out).toBe(
      '::error file=a%2Cb%3Ac.jsonl,line=1,endLine=1,col=12,endColumn=13,title=json-syntax::The row ends before its value does. Complete or remove it.\n',
    );
  });

  test.each([
    [['gone.jsonl'], 'No such file or folder: gone.jsonl.'],
    [['good.jsonl', '--rule', 'nonsense=off'], 'There is no rule named nonsense.'],
    [['good.jsonl', '--rule', 'json-syntax'], '--rule takes ID=off'],
    [['good.jsonl', '--rule', 'json-syntax=loud'], '--rule takes ID=off'],
    [['good.jsonl', '--max-warnings', 'many'], '--max-warnings takes a whole number'],
    [['good.jsonl', '--threads', 'two'], '--threads takes a number from 1 to 99'],
  ])('ends with 2 and one sentence: lint %j', async (argv, sentence) => {
    const { code, out, note } = await cli('lint', ...argv);
    expect({ code, out, lines: note.trimEnd().split('\n').length }).toEqual({ code: 2, out: '', lines: 1 });
    expect(note).toContain(sentence);
  });

  test.skipIf(process.getuid?.() === 0)('ends with 2 for a file that may not be read', async () => {
    folder.put('secret.jsonl', '');
    chmodSync(path.join(folder.path, 'secret.jsonl'), 0);
    expect(await cli('lint', 'secret.jsonl')).toMatchObject({ code: 2, note: /may not be read/ });
  });

  test('says that a folder holds no dataset', async () => {
    mkdirSync(path.join(folder.path, 'empty'));
    expect(await cli('lint', 'empty')).toMatchObject({
      code: 0,
      note: 'No dataset file is under empty. Name a .jsonl, .ndjson or .json file.\n',
    });
  });
});

describe('rules', () => {
  test('lists every rule', async () => {
    const { out } = await cli('rules', '--format', 'json');
    const { rules } = v.parse(rulesReport, JSON.parse(out));
    expect(rules.map(({ id }) => id)).toEqual(ruleTable.map(({ id }) => id));
    const list = (await cli('rules')).out.trimEnd().split('\n');
    expect(list.length).toBe(rules.length);
    expect(
      list.filter((line) => line.includes('(more with --deep)')).map((line) => line.split(' ')[0]),
    ).toEqual(['folder-columns']);
  });

  test('explains one, in Korean too', async () => {
    const { out } = await cli('rules', 'not-an-object', '--lang', 'ko');
    expect(out).toBe(
      [
        'not-an-object (error)',
        '',
        '행이 JSON이지만 객체가 아니어서 학습할 열이 없습니다. 행마다 객체 하나로 쓰십시오.',
        '',
        '+ {"text": "Hello"}',
        '- ["Hello"]',
        '',
      ].join('\n'),
    );
  });

  test('ends with 2 for one that is not there', async () => {
    expect((await cli('rules', 'nonsense')).code).toBe(2);
  });
});
