import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { rowDigest } from '../../../src/core/dataset/configuration/row-digest.ts';
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

  test('mends all lines at once, whatever they are, but for what is ignored', async () => {
    const kept = '{"text": "2\u00a0km"}';
    const file = written(`\ufeff${'\n'.repeat(300_000)}{"text": "1\u00a0km"}\r\n${kept}\r\n \n`);
    const ignore = { entry: 0, rules: null, reason: 'Meant so.', isExact: true, row: rowDigest(kept, 1) };
    const options = { path: 'rows.jsonl', mostListed: 2, ignores: [ignore] };
    const fixed = await fixFile(file, options, null);
    expect(readFileSync(file, 'utf8')).toBe(`{"text": "1 km"}\n${kept}\n`);
    expect(fixed).toMatchObject({ applied: 300_004, isMoreLeft: false });
    expect(fixed.linted.counts).toEqual({});
  });

  test('says so when it leaves some of an array for another call', async () => {
    const rows = (space: string) => `[${Array(12).fill(`{"text": "1${space}km"}`).join(',\n')}]`;
    const file = written(rows('\u00a0'));
    const options = { path: 'rows.jsonl', mostListed: 2, only: ['no-break-space'] };
    const first = await fixFile(file, options, null);
    expect(first).toMatchObject({ applied: 10, isMoreLeft: true });
    expect(first.linted.counts).toEqual({ 'no-break-space': 2 });
    expect(await fixFile(file, options, null)).toMatchObject({ applied: 2, isMoreLeft: false });
    expect(readFileSync(file, 'utf8')).toBe(rows(' '));
  });
});
