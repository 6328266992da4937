import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { fixFile } from '../../../src/node/dataset/fix-file.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'tuning-fork-fix-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function written(text: string): string {
  const file = path.join(folder, 'rows.jsonl');
  writeFileSync(file, text);
  return file;
}

describe('fixing a file with more findings than are listed', () => {
  test('mends what can be mended, wherever it is', async () => {
    const file = written(`${'1\n'.repeat(10)}\n{"text": "a"}\n`);
    const fixed = await fixFile(file, { path: 'rows.jsonl', mostListed: 2 }, null);
    expect(readFileSync(file, 'utf8')).toBe(`${'1\n'.repeat(10)}{"text": "a"}\n`);
    expect(fixed).toMatchObject({ applied: 1, isMoreLeft: false });
  });

  test('says so when it leaves some for another call', async () => {
    const file = written(`${'\n'.repeat(12)}{"text": "a"}\n`);
    const options = { path: 'rows.jsonl', mostListed: 2 };
    const first = await fixFile(file, options, null);
    expect(first).toMatchObject({ applied: 10, isMoreLeft: true });
    expect(first.linted.counts).toEqual({ 'blank-line': 2 });
    expect(await fixFile(file, options, null)).toMatchObject({ applied: 2, isMoreLeft: false });
    expect(readFileSync(file, 'utf8')).toBe('{"text": "a"}\n');
  });
});
