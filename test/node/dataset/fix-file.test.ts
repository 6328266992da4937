import fs, {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { rowDigest } from '../../../src/core/dataset/configuration/row-digest.ts';
import { fixFile } from '../../../src/node/dataset/fix-file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tuning-fork-fix-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

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

const broken = '{"text": "1\u00a0km"}\n';
const mended = '{"text": "1 km"}\n';
const options = { path: 'rows.jsonl', only: ['no-break-space'] };

describe('the file that is fixed', () => {
  test('stands alone beside what it was', async () => {
    const file = written(broken);
    const { backup } = await fixFile(file, options, null);
    expect(backup).toBe(`${file}.bak`);
    expect([readFileSync(file, 'utf8'), readFileSync(`${file}.bak`, 'utf8')]).toEqual([mended, broken]);
    expect(readdirSync(folder)).toEqual(['rows.jsonl', 'rows.jsonl.bak']);
  });

  test('leaves a file called like it and .part alone', async () => {
    const file = written(broken);
    writeFileSync(`${file}.part`, 'mine');
    await fixFile(file, options, null);
    expect(readFileSync(`${file}.part`, 'utf8')).toBe('mine');
  });

  test('is the one that a link leads to, and the link stays one', async () => {
    const file = written(broken);
    const link = path.join(folder, 'link.jsonl');
    symlinkSync('rows.jsonl', link);
    await fixFile(link, options, null);
    expect(readlinkSync(link)).toBe('rows.jsonl');
    expect(readFileSync(file, 'utf8')).toBe(mended);
  });

  test.each([
    ['rw-------', 0o600],
    ['rw-rw-rw-', 0o666],
    ['r--r--r--', 0o444],
  ])('keeps its mode, %s, and so does what it was', async (_, mode) => {
    const file = written(broken);
    chmodSync(file, mode);
    await fixFile(file, options, null);
    expect([file, `${file}.bak`].map((each) => statSync(each).mode & 0o777)).toEqual([mode, mode]);
  });

  test('is what it was where the disk refuses the new one, and nothing is beside it', async () => {
    const file = written(broken);
    vi.spyOn(fs, 'renameSync').mockImplementation(() => {
      throw Object.assign(new Error('EIO: i/o error'), { code: 'EIO' });
    });
    await expect(fixFile(file, options, null)).rejects.toMatchObject({ code: 'EIO' });
    expect(readFileSync(file, 'utf8')).toBe(broken);
    expect(readdirSync(folder)).toEqual(['rows.jsonl']);
  });

  test('is not changed where another is to be written, which must not be there', async () => {
    const file = written(broken);
    const out = path.join(folder, 'out.jsonl');
    await fixFile(file, options, out);
    expect([readFileSync(file, 'utf8'), readFileSync(out, 'utf8')]).toEqual([broken, mended]);
    await expect(fixFile(file, options, out)).rejects.toMatchObject({ code: 'EEXIST' });
    expect(readdirSync(folder)).toEqual(['out.jsonl', 'rows.jsonl']);
  });
});
