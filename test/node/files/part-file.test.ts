import { chmodSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PartFile } from '../../../src/node/files/part-file.ts';
import { putInPlace } from '../../../src/node/files/put-in-place.ts';
import { PrepareFolder } from '../../kit/dataset/prepare-folder.ts';

let folder: PrepareFolder;
beforeEach(() => {
  folder = new PrepareFolder();
});
afterEach(() => folder.remove());

test('a file that is written over leaves its mode to the new one, from the first byte on', () => {
  const file = folder.put('a', 'old');
  chmodSync(file, 0o600);
  const part = new PartFile(file);
  part.write('new');
  part.close();
  expect(statSync(part.move.from).mode & 0o777).toBe(0o600);
  putInPlace([part.move]);
  expect([folder.read('a'), statSync(file).mode & 0o777]).toEqual(['new', 0o600]);
});

test('a new file has the mode that all new files have', () => {
  const part = new PartFile(path.join(folder.path, 'a'));
  const { mode } = statSync(part.move.from);
  part.abandon();
  expect(mode).toBe(statSync(folder.put('b', '')).mode);
});
