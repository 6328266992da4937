import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { cli } from '../kit/cli-process.ts';
import { makeFolder } from '../kit/fake-run.ts';
import { makeTinyTraining, trainingPython } from '../kit/tiny-training.ts';

const row = '{"messages":[{"role":"user","content":"hi"},{"role":"assistant","content":"hello"}]}\n';

/** Lints one file and returns its findings' rules; the file must be as it was. */
async function rulesOf(content: Buffer): Promise<{ code: number; rules: string[]; rows: number }> {
  const folder = makeFolder();
  const file = path.join(folder, 'data.jsonl');
  fs.writeFileSync(file, content);
  const { code, out, notes } = await cli(folder, ['lint', 'data.jsonl', '--format', 'json']);
  expect(notes).toBe('');
  expect(fs.readFileSync(file).equals(content)).toBe(true);
  expect(fs.readdirSync(folder).toSorted()).toEqual(['data.jsonl', 'tiny.sft.yaml']);
  const [{ findings, rows }] = JSON.parse(out).files as [{ findings: { rule: string }[]; rows: number }];
  return { code, rules: [...new Set(findings.map(({ rule }) => rule))], rows };
}

describe('lint takes whatever can be opened', () => {
  it.each([
    ['an empty file', Buffer.from(''), { code: 0, rules: ['empty-file'], rows: 0 }],
    [
      'blank lines alone',
      Buffer.from('\n \n\t\n'),
      { code: 0, rules: ['empty-file', 'blank-line'], rows: 0 },
    ],
    ['a line of 30 MB', longRow(30_000_000), { code: 0, rules: [], rows: 1 }],
    ['a cut last line', Buffer.from(row + row.slice(0, 30)), { code: 1, rules: ['json-syntax'], rows: 2 }],
    [
      '200,000 levels',
      Buffer.from(`${'['.repeat(200_000)}${']'.repeat(200_000)}\n`),
      { code: 1, rules: ['json-syntax'], rows: 1 },
    ],
    ['NULs', Buffer.alloc(4096), { code: 1, rules: ['json-syntax'], rows: 1 }],
  ])('%s', async (_name, content, expected) => {
    expect(await rulesOf(content)).toEqual(expected);
  });

  it('broken bytes', async () => {
    const broken = Buffer.concat([Buffer.from(row), Buffer.from('{"text": "\xff\xfe"}\n', 'latin1')]);
    const { code, rules } = await rulesOf(broken);
    expect({ code, named: rules.includes('invalid-utf-8') }).toEqual({ code: 1, named: true });
  });

  it.skipIf(process.platform === 'win32')('no pipe and no device: it says so in one sentence', async () => {
    const folder = makeFolder();
    fs.writeFileSync(path.join(folder, 'a.jsonl'), row);
    execFileSync('mkfifo', [path.join(folder, 'pipe.jsonl')]);
    const out = ['--out', 'new.jsonl'];
    for (const [command, ...rest] of [
      ['lint'],
      ['lint', '--fix'],
      ['report', '--out', 'r.html'],
      ['convert', '--to', 'text', ...out],
      ['dedupe', ...out],
      ['split'],
      ['sample', '--rows', '1', ...out],
      ['shuffle', ...out],
      ['merge', 'a.jsonl', ...out],
      ['exclude', '--rule', 'blank-line', ...out],
    ] as const)
      for (const file of ['pipe.jsonl', '/dev/null'])
        expect([command, await cli(folder, [command, file, ...rest])]).toEqual([
          command,
          {
            code: 2,
            out: '',
            notes: expect.stringContaining(
              `${file} is a pipe, a device or a socket, which cannot be read twice.`,
            ),
          },
        ]);
    expect(fs.readdirSync(folder).toSorted()).toEqual(['a.jsonl', 'pipe.jsonl', 'tiny.sft.yaml']);
  });

  it('a folder that is called like a dataset', async () => {
    const folder = makeFolder();
    fs.mkdirSync(path.join(folder, 'data.jsonl'));
    const { code, out, notes } = await cli(folder, ['lint', 'data.jsonl']);
    expect(code).toBe(0);
    expect((out + notes).trimEnd().split('\n')).toHaveLength(2);
    expect(out + notes).not.toContain('Error');
  });
});

if (trainingPython === undefined) {
  process.stderr.write('skipped: recipes that cannot be trained (TUNING_FORK_TEST_PYTHON is not set)\n');
}

describe.skipIf(trainingPython === undefined)('train says in one sentence what it cannot start', () => {
  const python = trainingPython ?? '';

  it.each([
    ['a model that is not in the cache, while offline', 'nobody/no-such-model', 'nobody/no-such-model'],
    ['a model folder that is not there', './gone', 'gone'],
  ])('%s', async (_name, model, needle) => {
    const folder = makeTinyTraining(python, 1);
    const recipe = path.join(folder, 'tiny.sft.yaml');
    fs.writeFileSync(recipe, fs.readFileSync(recipe, 'utf8').replace('./model', model));
    const env = {
      ...process.env,
      TUNING_FORK_PYTHON: python,
      HF_HUB_OFFLINE: '1',
      HF_HOME: folder,
      LANG: 'C',
    };
    const { code, out, notes } = await cli(folder, ['train', 'tiny.sft.yaml'], { env });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(notes).toMatch(/^Model: /);
    expect(notes).toContain(needle);
    expect(notes.trimEnd().split('\n')).toHaveLength(1);
    expect(fs.existsSync(path.join(folder, '.tuning-fork'))).toBe(false);
  });
});

function longRow(characters: number): Buffer {
  return Buffer.from(row.replace('"hi"', `"${'x'.repeat(characters)}"`));
}
