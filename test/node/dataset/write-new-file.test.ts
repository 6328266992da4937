import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { writeNewFile } from '../../../src/node/dataset/write-new-file.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'tuning-fork-new-'))));
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

function contents(): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]),
  );
}

test('a new file has the text, and nothing is beside it', async () => {
  await writeNewFile(path.join(folder, 'a'), '한글', false);
  expect(contents()).toEqual({ a: '한글' });
});

test('a file that is there stays as it is', async () => {
  writeFileSync(path.join(folder, 'a'), 'old');
  await expect(writeNewFile(path.join(folder, 'a'), 'new', false)).rejects.toMatchObject({ code: 'EEXIST' });
  expect(contents()).toEqual({ a: 'old' });
});

test('it is written over when that is asked for', async () => {
  writeFileSync(path.join(folder, 'a'), 'old');
  await writeNewFile(path.join(folder, 'a'), 'new', true);
  expect(contents()).toEqual({ a: 'new' });
});

test('of two that write the same new file one is told, and the file is whole', async () => {
  const file = path.join(folder, 'a');
  const written = await Promise.allSettled(['one', 'two'].map((text) => writeNewFile(file, text, false)));
  expect(written.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(Object.keys(contents())).toEqual(['a']);
  expect(['one', 'two']).toContain(contents()['a']);
});

test('where it cannot be put, nothing is left', async () => {
  mkdirSync(path.join(folder, 'a'));
  await expect(writeNewFile(path.join(folder, 'a'), 'x', true)).rejects.toThrow();
  expect(readdirSync(folder)).toEqual(['a']);
});

/** A file system without hard links, whose disk refuses to move a file. */
function refuseMoves(): void {
  const refuse = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }));
  vi.spyOn(fs, 'link').mockImplementation(refuse('EPERM'));
  vi.spyOn(fs, 'rename').mockImplementation(refuse('EIO'));
}

test('where the new file cannot be moved, not even its name is left', async () => {
  refuseMoves();
  await expect(writeNewFile(path.join(folder, 'a'), 'x', false)).rejects.toMatchObject({ code: 'EIO' });
  expect(contents()).toEqual({});
});

test('a file system without hard links takes it too', async () => {
  vi.spyOn(fs, 'link').mockRejectedValue(Object.assign(new Error('EPERM'), { code: 'EPERM' }));
  const file = path.join(folder, 'a');
  await writeNewFile(file, 'new', false);
  await expect(writeNewFile(file, 'other', false)).rejects.toMatchObject({ code: 'EEXIST' });
  expect(contents()).toEqual({ a: 'new' });
});

test('what a link leads to is written, and the link stays one', async () => {
  writeFileSync(path.join(folder, 'a'), 'old');
  symlinkSync('a', path.join(folder, 'link'));
  await writeNewFile(path.join(folder, 'link'), 'new', true);
  expect(readlinkSync(path.join(folder, 'link'))).toBe('a');
  expect(contents()).toEqual({ a: 'new', link: 'new' });
});
