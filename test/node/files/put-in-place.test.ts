import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { putInPlace } from '../../../src/node/files/put-in-place.ts';
import type { Move } from '../../../src/node/files/replacement.ts';
import { PrepareFolder } from '../../kit/dataset/prepare-folder.ts';

let folder: PrepareFolder;
beforeEach(() => {
  folder = new PrepareFolder();
});
afterEach(() => folder.remove());

/** A new file for a place, as whole as it will be. */
function moveTo(name: string): Move {
  const to = path.join(folder.path, name);
  return { from: folder.put(`.${name}.new`, `new ${name}`), to, target: to };
}

test('files come into their places, over what is there, and nothing else is left', () => {
  folder.put('a', 'old a');
  putInPlace([moveTo('a'), moveTo('b')]);
  expect(folder.names()).toEqual(['a', 'b']);
  expect([folder.read('a'), folder.read('b')]).toEqual(['new a', 'new b']);
});

test.each([
  ['is a folder', () => mkdirSync(path.join(folder.path, 'c'))],
  ['is a folder with something in it', () => mkdirSync(path.join(folder.path, 'c/d'), { recursive: true })],
])('where the third place %s, the first two are as they were', (_, spoil) => {
  folder.put('a', 'old a');
  const moves = ['a', 'b', 'c'].map(moveTo);
  spoil();
  expect(() => putInPlace(moves)).toThrow('prepare.not-written');
  expect(folder.read('a')).toBe('old a');
  expect(folder.names().filter((name) => !name.endsWith('.new'))).toEqual(['a', 'c']);
});

test('where a new file is gone, those before it are as they were, with their very inodes', () => {
  const { ino } = statSync(folder.put('a', 'old a'));
  const gone = { ...moveTo('b'), from: path.join(folder.path, 'nothing') };
  expect(() => putInPlace([moveTo('a'), gone])).toThrow('prepare.not-written');
  expect([folder.read('a'), existsSync(path.join(folder.path, 'b'))]).toEqual(['old a', false]);
  expect(statSync(path.join(folder.path, 'a')).ino).toBe(ino);
});

test('a kill between two moves leaves each file whole, and what was there beside it', () => {
  folder.put('a', 'old a');
  folder.put('b', 'old b');
  const moves = JSON.stringify([moveTo('a'), moveTo('b')]);
  const place = path.resolve('src/node/files/put-in-place.ts');
  const killed = `
    import fs from 'node:fs';
    import { putInPlace } from ${JSON.stringify(place)};
    const { renameSync } = fs;
    fs.renameSync = (from, to) => {
      if (to.endsWith('b')) process.kill(process.pid, 'SIGKILL');
      renameSync(from, to);
    };
    putInPlace(${moves});`;
  const { signal } = spawnSync(process.execPath, ['--input-type=module', '-e', killed]);
  expect(signal).toBe('SIGKILL');
  expect([folder.read('a'), folder.read('b')]).toEqual(['new a', 'old b']);
  const [asideA = '', asideB = ''] = folder
    .names()
    .filter((name) => /^\.[ab]\.\d+-[0-9a-f]{8}\.old$/.test(name));
  expect([folder.read(asideA), folder.read(asideB)]).toEqual(['old a', 'old b']);
});
