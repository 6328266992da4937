import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { updateWorkingCopy } from '../../scripts/working-copy.ts';

let root: string;
beforeEach(async () => {
  root = await fs.mkdtemp(path.join(os.tmpdir(), 'tf-copy-'));
  await write('source/data/train.jsonl', 'one');
  await update();
});
afterEach(() => fs.rm(root, { recursive: true }));

async function write(name: string, content: string): Promise<void> {
  await fs.mkdir(path.dirname(path.join(root, name)), { recursive: true });
  await fs.writeFile(path.join(root, name), content);
}
const read = (name: string): Promise<string> => fs.readFile(path.join(root, name), 'utf8');
const update = (): Promise<void> =>
  updateWorkingCopy(path.join(root, 'source'), path.join(root, 'copy'), path.join(root, 'original'));

describe('the working copy of the sample project', () => {
  test('has the files of the source', async () => {
    expect(await read('copy/data/train.jsonl')).toBe('one');
  });

  test('follows the source where nobody edited it', async () => {
    await write('source/data/train.jsonl', 'two');
    await update();
    expect(await read('copy/data/train.jsonl')).toBe('two');
  });

  test('keeps what was edited, also when the source moves on', async () => {
    await write('copy/data/train.jsonl', 'mine');
    await write('source/data/train.jsonl', 'two');
    await update();
    await update();
    expect(await read('copy/data/train.jsonl')).toBe('mine');
  });

  test('keeps a file that was added, even where the source adds one of its name', async () => {
    await write('copy/new.jsonl', 'mine');
    await write('source/new.jsonl', 'theirs');
    await update();
    expect(await read('copy/new.jsonl')).toBe('mine');
  });

  test('does not bring back what was deleted', async () => {
    await fs.rm(path.join(root, 'copy/data/train.jsonl'));
    await update();
    await expect(read('copy/data/train.jsonl')).rejects.toThrow('ENOENT');
  });
});
