import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { FolderDatasets } from '../../../src/node/dataset/folder-datasets.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'tuning-fork-folder-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('calls the folder that it is asked in by a dot, and another by its path', async () => {
  mkdirSync(path.join(folder, 'data'));
  for (const name of ['train.jsonl', 'more.jsonl', 'data/train.jsonl', 'data/more.jsonl'])
    writeFileSync(path.join(folder, name), '{"text":"a"}\n');
  const datasets = new FolderDatasets(folder, (file) => path.relative(folder, file));
  const named = async (file: string): Promise<string | undefined> =>
    (await datasets.of(path.join(folder, file), {}, true))?.folder;
  expect([await named('more.jsonl'), await named('data/more.jsonl')]).toEqual(['.', 'data']);
});
