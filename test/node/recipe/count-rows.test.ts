import { spawnSync } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFileFacts } from '../../../src/node/recipe/count-rows.ts';

const shared = process.env['TF_SHARED'] ?? path.resolve(import.meta.dirname, '../../../../shared');
let folder = '';

beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'tf-rows-'));
});
afterAll(async () => {
  await fs.rm(folder, { recursive: true });
});

async function factsOf(name: string, content: string | Uint8Array): ReturnType<typeof readFileFacts> {
  const file = path.join(folder, name);
  await fs.writeFile(file, content);
  return readFileFacts(file);
}

describe('readFileFacts', () => {
  it.each<[string, string, string, number | null, readonly string[] | null]>([
    [
      'counts the lines of JSONL, the last one without a line end too',
      'a.jsonl',
      '{"text":1}\n{"text":2}',
      2,
      ['text'],
    ],
    [
      'leaves blank lines and a byte order mark out',
      'b.jsonl',
      '\ufeff\n{"text":1}\r\n \t\r\n\n',
      1,
      ['text'],
    ],
    ['finds no row in a byte order mark alone', 'c.jsonl', '\ufeff', 0, null],
    ['counts the elements of an array', 'd.json', ' [\n{"a":1},\n{"a":2},\n{"a":3}]', 3, ['a']],
    ['counts an array named .jsonl as one', 'e.jsonl', '[{"a":1},{"a":2}]\n', 2, ['a']],
    ['takes one object over several lines for one row', 'f.json', '{\n"messages":\n[]}', 1, ['messages']],
    ['counts broken lines, as the row counter of lint does', 'g.jsonl', '{"a":1}\n{"a":\n', 2, ['a']],
    ['does not count an array that is broken', 'h.json', '[{"a":1},', null, null],
    ['counts CSV records with line ends inside quotes', 'i.csv', 'x,y\n"1\n2",3\n4,5\n', 2, ['x', 'y']],
    ['counts the lines of text', 'j.txt', 'one\ntwo\n', 2, ['text']],
    ['does not count what it does not know', 'k.parquet', 'PAR1', null, null],
  ])('%s', async (_, name, content, rows, columns) => {
    const facts = await factsOf(name, content);
    expect({ rows: facts.rows, columns: facts.columns }).toEqual({ rows, columns });
  });

  it('hashes the bytes as they lie on disk', async () => {
    const { sha256, bytes } = await factsOf('x.jsonl', '{}\n');
    expect([sha256, bytes]).toEqual(['ca3d163bab055381827226140568f3bef7eaac187cebd76878e0b63e9e442356', 3]);
  });

  it('counts the rows of the corpora as a plain reading does (skipped without ../shared)', async (context) => {
    const datasets = path.join(shared, 'corpora/datasets');
    const files = await fs.readdir(datasets).catch(() => []);
    if (files.length === 0) {
      console.log('skipped: no ../shared');
      context.skip();
    }
    for (const name of files.filter((each) => each.endsWith('.jsonl'))) {
      const text = await fs.readFile(path.join(datasets, name), 'utf8');
      const plain = text.split('\n').filter((line) => line.trim() !== '').length;
      expect((await readFileFacts(path.join(datasets, name))).rows, name).toBe(plain);
    }
  });

  const python = process.env['TUNING_FORK_TEST_PYTHON'];
  it.skipIf(python === undefined)(
    'counts as load_dataset does (skipped without TUNING_FORK_TEST_PYTHON)',
    async () => {
      const files: Record<string, string> = {
        'm1.jsonl': '\ufeff{"text":"a"}\n\n{"text":"b"}\n  \n{"text":"c"}',
        'm2.json': '[{"text":"a"},\n {"text":"b"}]',
        'm3.csv': 'text,n\n"a\nb",1\n\nc,2\n',
      };
      for (const [name, content] of Object.entries(files))
        await fs.writeFile(path.join(folder, name), content);
      const program = `
import json, sys
from datasets import load_dataset
print(json.dumps([len(load_dataset("csv" if f.endswith("csv") else "json", data_files=f, split="train")) for f in sys.argv[1:]]))
`;
      const paths = Object.keys(files).map((name) => path.join(folder, name));
      const answer = spawnSync(python ?? '', ['-c', program, ...paths], {
        encoding: 'utf8',
        env: { ...process.env, HF_HUB_OFFLINE: '1', HF_DATASETS_CACHE: path.join(folder, 'cache') },
      });
      expect(answer.status, answer.stderr).toBe(0);
      const ours = await Promise.all(paths.map(async (file) => (await readFileFacts(file)).rows));
      expect(ours).toEqual(JSON.parse(answer.stdout.trim().split('\n').at(-1) ?? '') as unknown);
    },
    120_000,
  );
});
