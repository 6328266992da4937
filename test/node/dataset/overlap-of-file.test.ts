import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { overlapOfFile } from '../../../src/node/dataset/overlap-of-file.ts';
import { TrainRowIndex } from '../../../src/node/dataset/train-row-index.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tuning-fork-held-out-'));
  put('other-name.jsonl', '{"text": "a tide"}\n{"text": "a moon"}\n');
  put('held.jsonl', '{"text": "a sun"}\n{"text": "a moon"}\n{"text": "a tide"}\n');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, text: string): void {
  writeFileSync(path.join(folder, name), text);
}

async function overlap(trained: readonly string[], rules = {}) {
  const request = {
    path: path.join(folder, 'held.jsonl'),
    trained: trained.map((name) => path.join(folder, name)),
    rules,
    root: folder,
  };
  const found = await overlapOfFile(request, new TrainRowIndex(), (file) => path.basename(file));
  return found === null ? null : [found.with, found.findings.map(({ rule, row }) => `${rule} ${row}`)];
}

test('rows that a file shares with any file that it is compared with, whatever their names', async () => {
  expect(await overlap(['other-name.jsonl'])).toEqual([
    ['other-name.jsonl'],
    ['train-eval-overlap 2', 'train-eval-overlap 3'],
  ]);
});

test('what cannot be read is not among what was compared', async () => {
  expect(await overlap(['gone.jsonl'])).toEqual([[], []]);
});

test('what tuning-fork.yaml ignores is no overlap, and where the rule is off nothing is compared', async () => {
  put(
    'tuning-fork.yaml',
    'ignore:\n  - {files: held.jsonl, rules: train-eval-overlap, reason: "On purpose."}\n',
  );
  expect(await overlap(['other-name.jsonl'])).toEqual([['other-name.jsonl'], []]);
  expect(await overlap(['other-name.jsonl'], { 'train-eval-overlap': 'off' })).toBeNull();
});
