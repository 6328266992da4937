import { spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileBytes } from '../../../src/node/dataset/file-bytes.ts';

const MORE_THAN_A_PIECE = 150_000;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tuning-fork-bytes-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function written(name: string, bytes: Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

const numbered = Uint8Array.from({ length: MORE_THAN_A_PIECE }, (_, n) => n % 251);

async function all(source: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of source) pieces.push(piece);
  return Buffer.concat(pieces);
}

test('gives all bytes of a file, and those of a range', async () => {
  const file = written('numbered', numbered);
  expect(Buffer.compare(await all(fileBytes(file)), numbered)).toBe(0);
  const part = await all(fileBytes(file, { start: 70_001, end: 140_002 }));
  expect(Buffer.compare(part, numbered.subarray(70_001, 140_002))).toBe(0);
  expect(await all(fileBytes(written('empty', new Uint8Array(0))))).toHaveLength(0);
});

test('ends where the file ended when it was opened, though it grows with each piece', async () => {
  const file = written('growing', numbered);
  let read = 0;
  for await (const piece of fileBytes(file)) {
    read += piece.length;
    appendFileSync(file, numbered);
  }
  expect(read).toBe(MORE_THAN_A_PIECE);
});

test('ends early where the file was cut meanwhile', async () => {
  const file = written('cut', numbered);
  let read = 0;
  for await (const piece of fileBytes(file)) {
    read += piece.length;
    writeFileSync(file, '');
  }
  expect(read).toBeLessThan(MORE_THAN_A_PIECE);
});

test('lets whoever else waits have a turn between two pieces', async () => {
  const source = fileBytes(written('turns', numbered));
  await source.next();
  let hadTurn = false;
  setImmediate(() => (hadTurn = true));
  await source.next();
  expect(hadTurn).toBe(true);
  await source.return(undefined);
});

test.skipIf(process.platform === 'win32')('reads a pipe to its end', async () => {
  const pipe = path.join(folder, 'pipe');
  expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
  spawn('sh', ['-c', `printf one > "${pipe}"`]);
  expect(Buffer.from(await all(fileBytes(pipe))).toString()).toBe('one');
});

test.skipIf(process.platform !== 'linux')('closes the file for who stops early', async () => {
  const file = written('early', numbered);
  for await (const piece of fileBytes(file)) {
    expect(openFiles()).toContain(file);
    if (piece.length > 0) break;
  }
  expect(openFiles()).not.toContain(file);
});

function openFiles(): string[] {
  const folder = '/proc/self/fd';
  // the one that lists them is gone by then
  return readdirSync(folder)
    .map((name) => path.join(folder, name))
    .filter((link) => existsSync(link))
    .map((link) => readlinkSync(link));
}

test('says what the file system says of what is not there or no file', async () => {
  await expect(all(fileBytes(path.join(folder, 'none')))).rejects.toMatchObject({ code: 'ENOENT' });
  await expect(all(fileBytes(folder))).rejects.toMatchObject({ code: 'EISDIR' });
});
