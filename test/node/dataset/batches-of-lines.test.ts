import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { batchesOfLines } from '../../../src/node/dataset/batches-of-lines.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'tuning-fork-batches-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function batchesOf(text: string, size: number): Promise<unknown[]> {
  const file = path.join(folder, 'a.jsonl');
  writeFileSync(file, text);
  const batches: unknown[] = [];
  for await (const batch of batchesOfLines(file, size, new AbortController().signal)) batches.push(batch);
  return batches;
}

test('lines come in batches with their numbers, blank ones left out', async () => {
  expect(await batchesOf('a\r\n\n \u2028b\nc', 2)).toEqual([
    [
      { text: 'a', row: 1 },
      { text: ' \u2028b', row: 3 },
    ],
    [{ text: 'c', row: 4 }],
  ]);
});

test('a file without lines has no batch', async () => {
  expect(await batchesOf('', 2)).toEqual([]);
});
