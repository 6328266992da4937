import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { copyIntoFolder } from '../../../src/node/dataset/copy-into-folder.ts';

let scratch: string;
let file: string;
beforeEach(() => {
  scratch = mkdtempSync(path.join(tmpdir(), 'tuning-fork-copy-'));
  file = path.join(scratch, 'rows.jsonl');
  writeFileSync(file, '{"text": "a"}\n');
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(scratch, { recursive: true, force: true });
});

test('a file is copied into a folder that is made for it', async () => {
  const copy = await copyIntoFolder(file, path.join(scratch, 'new/data'));
  expect(copy).toBe(path.join(scratch, 'new/data/rows.jsonl'));
  expect(readFileSync(copy, 'utf8')).toBe('{"text": "a"}\n');
  expect(readdirSync(path.dirname(copy))).toEqual(['rows.jsonl']);
});

test('a file of that name stays as it is, and nothing is left behind', async () => {
  const folder = path.join(scratch, 'data');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'rows.jsonl'), 'mine');
  await expect(copyIntoFolder(file, folder)).rejects.toMatchObject({ code: 'EEXIST' });
  expect(readFileSync(path.join(folder, 'rows.jsonl'), 'utf8')).toBe('mine');
  expect(readdirSync(folder)).toEqual(['rows.jsonl']);
});

test('a file that is not there leaves nothing behind', async () => {
  const folder = path.join(scratch, 'data');
  await expect(copyIntoFolder(path.join(scratch, 'none.jsonl'), folder)).rejects.toMatchObject({
    code: 'ENOENT',
  });
  expect(readdirSync(folder)).toEqual([]);
});

/** A file system without hard links, whose disk refuses to move a file. */
function refuseMoves(): void {
  const refuse = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }));
  vi.spyOn(fs, 'link').mockImplementation(refuse('EPERM'));
  vi.spyOn(fs, 'rename').mockImplementation(refuse('EIO'));
}

test('where the copy cannot be moved, not even its name is left', async () => {
  refuseMoves();
  const folder = path.join(scratch, 'data');
  await expect(copyIntoFolder(file, folder)).rejects.toMatchObject({ code: 'EIO' });
  expect(readdirSync(folder)).toEqual([]);
});

test('a name that is taken is told before the file is copied', async () => {
  const folder = path.join(scratch, 'data');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'rows.jsonl'), 'mine');
  const copy = vi.spyOn(fs, 'copyFile');
  await expect(copyIntoFolder(file, folder)).rejects.toMatchObject({ code: 'EEXIST' });
  expect(copy).not.toHaveBeenCalled();
});

test("a name that is taken while the file is copied stays another's", async () => {
  const folder = path.join(scratch, 'data');
  const { copyFile } = fs;
  vi.spyOn(fs, 'copyFile').mockImplementation(async (...args) => {
    await copyFile(...args);
    writeFileSync(path.join(folder, 'rows.jsonl'), 'mine');
  });
  await expect(copyIntoFolder(file, folder)).rejects.toMatchObject({ code: 'EEXIST' });
  expect(readFileSync(path.join(folder, 'rows.jsonl'), 'utf8')).toBe('mine');
  expect(readdirSync(folder)).toEqual(['rows.jsonl']);
});
