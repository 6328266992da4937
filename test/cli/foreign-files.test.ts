import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cli } from '../kit/cli-process.ts';
import { PrepareFolder } from '../kit/dataset/prepare-folder.ts';

let folder: PrepareFolder;
beforeEach(() => {
  folder = new PrepareFolder();
});
afterEach(() => folder.remove());

const ROWS = '{"prompt": "a", "completion": "안녕"}\n{"prompt": "b", "completion": "c"}\n';
const CSV = 'prompt,completion\na,b\nc,d\n';

const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');
const FILES: readonly (readonly [string, string, Buffer, string])[] = [
  ['UTF-16', 'a.jsonl', utf16(ROWS), 'a.jsonl is UTF-16, and rows are read as UTF-8 alone'],
  ['big-endian UTF-16', 'a.jsonl', utf16(ROWS).swap16(), 'a.jsonl is UTF-16'],
  ['CSV in UTF-16', 'a.csv', utf16(CSV), 'a.csv is UTF-16'],
  ['UTF-16 without a mark', 'a.jsonl', Buffer.from(ROWS, 'utf16le'), 'a.jsonl is UTF-16'],
  [
    'CSV in big-endian UTF-16 without a mark',
    'a.csv',
    Buffer.from(CSV, 'utf16le').swap16(),
    'a.csv is UTF-16',
  ],
  ['gzip', 'a.jsonl', gzipSync(ROWS), 'a.jsonl is in the format of gzip'],
  ['CSV in gzip', 'a.csv', gzipSync(CSV), 'a.csv is in the format of gzip'],
  ['zstd', 'a.jsonl', zstdCompressSync(ROWS), 'a.jsonl is in the format of zstd'],
  ['Parquet', 'a.jsonl', Buffer.from('PAR1\0PAR1'), 'a.jsonl is in the format of Parquet'],
];

describe.each(FILES)('%s', (_, name, content, sentence) => {
  test.each([
    ['convert', name, '--to', 'messages', '--out', 'b.jsonl'],
    ['dedupe', name, '--out', 'b.jsonl'],
    ['dedupe', name, '--dry-run'],
    ['split', name],
    ['sample', name, '--rows', '1', '--out', 'b.jsonl'],
    ['shuffle', name, '--out', 'b.jsonl'],
    ['merge', 'good.jsonl', name, '--out', 'b.jsonl'],
    ['exclude', name, '--rule', 'empty-content', '--out', 'b.jsonl'],
  ])('is refused in one sentence, and nothing is written: %s %s', async (...argv) => {
    folder.put('good.jsonl', ROWS);
    writeFileSync(path.join(folder.path, name), content);
    const { code, out, notes } = await cli(folder.path, argv);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(notes).toContain(sentence);
    expect(notes.trimEnd().split('\n')).toHaveLength(1);
    expect(folder.names()).toEqual([name, 'good.jsonl'].toSorted());
  });
});
