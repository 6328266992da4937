import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FirstColumnsIndex } from '../../../src/node/dataset/first-columns-index.ts';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tuning-fork-first-columns-'));
  file = path.join(folder, 'a.jsonl');
  writeFileSync(file, '{"a": 1}\n{"b": 1}\n');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('a file is known by the columns of all its first rows', async () => {
  expect(await new FirstColumnsIndex().of(file)).toEqual(new Set(['a', 'b']));
});

test('a file that has changed is read again', async () => {
  const index = new FirstColumnsIndex();
  await index.of(file);
  writeFileSync(file, '{"a": 1, "c": 1}\n');
  expect(await index.of(file)).toEqual(new Set(['a', 'c']));
});

test('one that has not is read once by an index, and again by another', async () => {
  const index = new FirstColumnsIndex();
  const known = await index.of(file);
  expect(await index.of(file)).toBe(known);
  expect(await new FirstColumnsIndex().of(file)).not.toBe(known);
});

test.each([
  ['is no JSONL', '[{"a": 1}]'],
  ['has no row', '\n'],
])('a file that %s is known by none', async (_, content) => {
  writeFileSync(file, content);
  expect(await new FirstColumnsIndex().of(file)).toBeNull();
});
