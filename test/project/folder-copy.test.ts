import fs from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FolderCopy, readFolder } from '../kit/folder-copy.ts';

const content = new Map([
  ['recipe.yaml', Buffer.from('max_steps: 1\n')],
  [path.join('data', 'train.jsonl'), Buffer.from('{}\n')],
]);
let copy: FolderCopy;
beforeEach(async () => {
  copy = await FolderCopy.create(content);
});
afterEach(() => copy.remove());

test('a folder copy is brought back after edits, deletions and additions', async () => {
  await fs.writeFile(path.join(copy.path, 'recipe.yaml'), 'edited');
  await fs.rm(path.join(copy.path, 'data'), { recursive: true });
  await fs.mkdir(path.join(copy.path, '.tuning-fork/runs/one'), { recursive: true });
  await fs.writeFile(path.join(copy.path, '.tuning-fork/runs/one/run.json'), '{}');
  await copy.restore();
  expect(await readFolder(copy.path)).toEqual(content);
  expect((await fs.readdir(copy.path)).toSorted()).toEqual(['data', 'recipe.yaml']);
});

test('a link in a folder copy goes without what it points to', async () => {
  const other = await FolderCopy.create(content);
  await fs.symlink(other.path, path.join(copy.path, 'model'));
  await copy.restore();
  expect(await readFolder(copy.path)).toEqual(content);
  expect(await readFolder(other.path)).toEqual(content);
  await other.remove();
});

test('a file that is as it was keeps its time of change', async () => {
  const file = path.join(copy.path, 'recipe.yaml');
  const before = await fs.stat(file, { bigint: true });
  await copy.restore();
  expect((await fs.stat(file, { bigint: true })).mtimeNs).toBe(before.mtimeNs);
});
