import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { afterAll, describe, expect, test } from 'vitest';
import { runCli } from '../../src/cli/run-cli.ts';
import { rowDigest } from '../../src/core/dataset/configuration/row-digest.ts';
import { lintReport, lintReportLine } from '../../src/core/dataset/findings/lint-report.ts';

const root = mkdtempSync(path.join(tmpdir(), 'tuning-fork-ignores-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let folders = 0;

/** A folder of its own with these files. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = path.join(root, String(++folders));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

async function lint(cwd: string, ...argv: string[]): Promise<{ code: number; out: string }> {
  let out = '';
  const code = await runCli({
    argv: ['lint', ...argv],
    env: {},
    cwd,
    stdin: (async function* () {})(),
    out: async (text) => void (out += text),
    note: () => undefined,
    terminal: { out: false, err: false, in: false },
    signal: new AbortController().signal,
    version: '0',
    places: { worker: '', segmentWorker: '', python: '', media: '' },
  });
  return { code, out };
}

async function json(cwd: string, ...argv: string[]) {
  const { out } = await lint(cwd, ...argv, '--format', 'json');
  return v.parse(lintReport, JSON.parse(out)).files;
}

const ROWS = '{"text": "a"}\n{"text": "b "}\n{"text": "a"}\n\n';
const COPY = rowDigest(ROWS, 3);

function ignoreCopy(files: string, row = COPY): string {
  return `ignore:\n  - files: ${files}\n    rules: exact-duplicate\n    row: "${row}"\n    number: 3\n    reason: Meant.\n`;
}

describe('lint obeys tuning-fork.yaml', () => {
  test('in severities, beside the file or in a folder above, the nearest alone; --rule wins', async () => {
    const cwd = folderWith({
      'tuning-fork.yaml': 'rules: {exact-duplicate: error, blank-line: off}\n',
      'a/b/rows.jsonl': ROWS,
      'near/tuning-fork.yaml': 'rules: {edge-white-space: error}\n',
      'near/rows.jsonl': ROWS,
    });
    const found = async (...argv: string[]) =>
      (await json(cwd, ...argv))[0]?.findings.map(({ rule, severity }) => `${rule} ${severity}`);
    expect(await found('a/b/rows.jsonl')).toEqual(['edge-white-space info', 'exact-duplicate error']);
    expect(await found('a/b/rows.jsonl', '--rule', 'exact-duplicate=info')).toContain('exact-duplicate info');
    expect(await found('near')).toEqual([
      'edge-white-space error',
      'exact-duplicate warning',
      'blank-line info',
    ]);
  });

  test('not above the current folder', async () => {
    const cwd = folderWith({ 'tuning-fork.yaml': 'rules: {blank-line: off}', 'in/rows.jsonl': ROWS });
    expect((await json(path.join(cwd, 'in')))[0]?.counts).toHaveProperty('blank-line', 1);
    expect((await json(cwd))[0]?.counts).not.toHaveProperty('blank-line');
  });

  test('in findings of files by pattern: they are counted with the reason, and in no format shown', async () => {
    const cwd = folderWith({
      'tuning-fork.yaml':
        'ignore:\n  - files: old/**\n    reason: As published.\n  - {files: "*.jsonl", rules: blank-line}\n',
      'old/rows.jsonl': ROWS,
      'rows.jsonl': ROWS,
    });
    const [old, own] = await json(cwd);
    expect([old?.findings, old?.counts, old?.ignored]).toEqual([
      [],
      {},
      [
        { rule: 'edge-white-space', row: 2, reason: 'As published.' },
        { rule: 'exact-duplicate', row: 3, reason: 'As published.' },
        { rule: 'blank-line', row: 4, reason: 'As published.' },
      ],
    ]);
    expect(own?.ignored).toEqual([{ rule: 'blank-line', row: 4, reason: '' }]);
    for (const format of ['pretty', 'sarif', 'github', 'jsonl']) {
      const { out } = await lint(cwd, 'old', '--format', format);
      const lines = out.split('\n').filter((line) => line.includes('old/rows.jsonl'));
      expect(lines.length, format).toBe(format === 'jsonl' ? 1 : 0);
    }
    expect((await lint(cwd)).out).toMatch(/2 files, 6 rows: .+ 4 findings ignored by tuning-fork\.yaml\.\n$/);
    const last = (await lint(cwd, 'old', '--format', 'jsonl')).out.trim().split('\n').at(-1) ?? '';
    expect(v.parse(lintReportLine, JSON.parse(last))).toMatchObject({
      ignored: [{ row: 2 }, { row: 3 }, { row: 4 }],
    });
  });

  test('in findings of a row, wherever the row has moved, in lines, arrays and CSV', async () => {
    const moved = '\n{"text": "b "}\n{"text":"a"}\n{"text": "c"}\n{"text": "a"}\n';
    const cwd = folderWith({
      'tuning-fork.yaml': ignoreCopy('rows.*'),
      'rows.jsonl': moved,
      'rows.json': '[{"text": "b"},\n {"text": "a"}, {"text": "a"}]',
      'rows.csv': 'text\na\nb\na\n',
    });
    const off = ['blank-line', 'edge-white-space', 'folder-left-out'].flatMap((id) => [
      '--rule',
      `${id}=off`,
    ]);
    const files = await json(cwd, ...off);
    expect(files.map(({ path: file, findings, ignored }) => [file, findings.length, ignored])).toEqual([
      ['rows.csv', 0, [{ rule: 'exact-duplicate', row: 3, reason: 'Meant.' }]],
      ['rows.json', 0, [{ rule: 'exact-duplicate', row: 3, reason: 'Meant.' }]],
      ['rows.jsonl', 0, [{ rule: 'exact-duplicate', row: 5, reason: 'Meant.' }]],
    ]);
  });

  test('also where the row is no JSON', async () => {
    const broken = '{"text": "a"\n';
    const entry = `ignore:\n  - {files: a.jsonl, rules: json-syntax, row: "${rowDigest(broken, 1)}", reason: Meant.}\n`;
    const cwd = folderWith({ 'tuning-fork.yaml': entry, 'a.jsonl': broken });
    expect((await lint(cwd)).code).toBe(0);
  });

  test('and says which entry matches nothing any more', async () => {
    const cwd = folderWith({
      'tuning-fork.yaml': ignoreCopy('rows.jsonl', rowDigest('{"text": "gone"}', 1)),
      'rows.jsonl': ROWS,
      'other.jsonl': '{"text": "x"}\n',
    });
    expect((await lint(cwd, 'rows.jsonl')).out).toContain(
      'tuning-fork.yaml:2:5 warning No row of rows.jsonl has this value and such a finding any more (it was row 3). Remove the entry. (unused-ignore)\n',
    );
    expect((await lint(cwd)).out).toContain('unused-ignore');
    expect((await lint(cwd, 'other.jsonl')).out).not.toContain('unused-ignore');
    expect((await lint(cwd, '--rule', 'unused-ignore=off')).out).not.toContain('unused-ignore');
  });

  test('without a row number where the entry has none', async () => {
    const cwd = folderWith({
      'tuning-fork.yaml': `ignore:\n  - {files: a.jsonl, row: "${'0'.repeat(32)}", reason: Meant.}\n`,
      'a.jsonl': '{"text": "a"}\n',
    });
    expect((await lint(cwd)).out).toContain('such a finding any more. Remove the entry. (unused-ignore)\n');
  });

  test('but not of an entry whose rule did not run, or that leaves whole files alone', async () => {
    const cwd = folderWith({
      'tuning-fork.yaml':
        'ignore:\n  - {files: rows.jsonl, rules: near-duplicate}\n  - {files: other.jsonl}\n',
      'rows.jsonl': ROWS,
      'other.jsonl': '{"text": "x"}\n',
    });
    expect((await lint(cwd)).out).not.toContain('unused-ignore');
    expect((await lint(cwd, '--deep')).out).toContain('tuning-fork.yaml:2:5 warning Nothing in rows.jsonl');
  });

  test('and says its faults, which end with 1; the rest of it counts', async () => {
    const cwd = folderWith({
      'tuning-fork.yaml': 'rules:\n  blank-lines: off\n  exact-duplicate: off\n',
      'rows.jsonl': ROWS,
    });
    const { code, out } = await lint(cwd, '--format', 'github');
    expect(code).toBe(1);
    expect(out).toContain(
      '::error file=tuning-fork.yaml,line=2,endLine=2,col=3,endColumn=14,title=configuration::',
    );
    expect(out).not.toContain('exact-duplicate');
  });

  test('as --fix does: what is ignored is not fixed', async () => {
    const cwd = folderWith({
      'tuning-fork.yaml': 'ignore:\n  - {files: rows.jsonl, rules: blank-line}\n',
      'rows.jsonl': '{"text": "a"}\n\n',
    });
    const [file] = await json(cwd, '--fix');
    expect([file?.findings, file?.ignored?.length]).toEqual([[], 1]);
  });
});
