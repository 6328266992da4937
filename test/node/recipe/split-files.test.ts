import { spawnSync } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { splitFiles } from '../../../src/core/recipe/split-files.ts';
import { globExpression, listFiles } from '../../../src/node/recipe/find-files.ts';

const python = process.env['TUNING_FORK_TEST_PYTHON'];

/** Folders that are named in different ways; each is tried as `load_dataset(folder)` would. */
const folders: Readonly<Record<string, readonly string[]>> = {
  plain: ['train.jsonl', 'test.jsonl'],
  words: ['my-train.jsonl', 'my_eval.jsonl', 'dev.jsonl', 'retraining.jsonl', 'contest.jsonl'],
  numbers: ['train2.jsonl', 'train_3.jsonl', 'test-00.jsonl'],
  none: ['a.jsonl', 'b.jsonl'],
  one: ['a.jsonl', 'test.jsonl'],
  folders: ['train/a.jsonl', 'train/b.jsonl', 'validation/a.jsonl', 'test.jsonl'],
  deep: ['x/train/a.jsonl', 'x/eval/b.jsonl'],
  sharded: [
    'data/train-00000-of-00002.jsonl',
    'data/train-00001-of-00002.jsonl',
    'data/special-00000-of-00001.jsonl',
  ],
  hidden: ['.train.jsonl', '__x__/train.jsonl', '.git/train.jsonl', 'train.jsonl'],
  both: ['train-test.jsonl', 'train.jsonl'],
  ignored: ['README.md', 'dataset_info.json', 'config.json', 'train.json'],
  capitals: ['TRAIN.jsonl', 'Test.jsonl'],
};

let root = '';
beforeAll(async () => {
  root = await fs.mkdtemp(path.join(os.tmpdir(), 'tf-splits-'));
  for (const [name, files] of Object.entries(folders)) {
    for (const file of files) {
      await fs.mkdir(path.dirname(path.join(root, name, file)), { recursive: true });
      await fs.writeFile(path.join(root, name, file), '{"text": "x"}\n');
    }
  }
});
afterAll(async () => {
  await fs.rm(root, { recursive: true });
});

describe('splitFiles', () => {
  it.skipIf(python === undefined)(
    'gives every folder the splits that datasets gives it (skipped without TUNING_FORK_TEST_PYTHON)',
    async () => {
      const program = `
import json, os, sys
from datasets.data_files import DataFilesDict, get_data_patterns
root, out = sys.argv[1], {}
for name in sorted(os.listdir(root)):
    base = os.path.join(root, name)
    found = DataFilesDict.from_patterns(get_data_patterns(base), base_path=base)
    out[name] = {str(split): sorted(os.path.relpath(f, base) for f in files) for split, files in found.items()}
print(json.dumps(out))
`;
      const env = { ...process.env, HF_HUB_OFFLINE: '1' };
      const answer = spawnSync(python ?? '', ['-c', program, root], { encoding: 'utf8', env });
      expect(answer.status, answer.stderr).toBe(0);
      const theirs = JSON.parse(answer.stdout.trim().split('\n').at(-1) ?? '') as Record<string, object>;
      for (const name of Object.keys(folders)) {
        const ours = Object.fromEntries(splitFiles(await listFiles(path.join(root, name))));
        expect(ours, name).toEqual(theirs[name]);
      }
    },
    120_000,
  );

  it('reads a folder as its most common format', () => {
    expect(splitFiles(['train.csv', 'a.jsonl', 'train.jsonl'])).toEqual(
      new Map([['train', ['train.jsonl']]]),
    );
  });
});

describe('globExpression', () => {
  it.each([
    ['*.jsonl', 'a.jsonl', true],
    ['*.jsonl', 'x/a.jsonl', false],
    ['**/*.jsonl', 'x/y/a.jsonl', true],
    ['**/*.jsonl', 'a.jsonl', true],
    ['part-[0-9].jsonl', 'part-3.jsonl', true],
    ['part-[!0-9].jsonl', 'part-3.jsonl', false],
    ['a?.jsonl', 'ab.jsonl', true],
    ['a.jsonl', 'axjsonl', false],
  ])('%s and %s: %s', (pattern, file, matches) => {
    expect(globExpression(pattern).test(file)).toBe(matches);
  });
});
