import path from 'node:path';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mergeReport } from '../../src/core/dataset/prepare/prepare-reports.ts';
import { cli } from '../kit/cli-process.ts';
import { PrepareFolder } from '../kit/dataset/prepare-folder.ts';

let folder: PrepareFolder;
beforeEach(() => {
  folder = new PrepareFolder();
});
afterEach(() => folder.remove());

describe('merge', () => {
  test('writes the rows of one file after those of another, and a note that names both', async () => {
    folder.put('a.jsonl', '{ "text": "a" }\n\n{"text":"b"}');
    folder.put('b.csv', 'text\nc\n');
    expect(await cli(folder.path, ['merge', 'a.jsonl', 'b.csv', '--out', 'c.jsonl'])).toEqual({
      code: 0,
      out: '3 rows of 2 files written to c.jsonl.\n',
      notes: '1 empty line is left out.\n',
    });
    expect(folder.read('c.jsonl')).toBe('{ "text": "a" }\n{"text":"b"}\n{"text":"c"}\n');
    expect(folder.noteOf('c.jsonl')).toMatchObject({
      inputs: [
        { path: 'a.jsonl', rows: 2, sha256: folder.sha256Of('a.jsonl') },
        { path: 'b.csv', rows: 1, sha256: folder.sha256Of('b.csv') },
      ],
      steps: [{ step: 'merge' }],
      rows: { in: 3, out: 3, dropped: [], lost: [] },
    });
  });

  test('keeps every digit of a Parquet file, and says that bytes are text now', async () => {
    const alike = path.resolve('test/fixtures/parquet-values/alike.parquet');
    const { code, notes } = await cli(folder.path, ['merge', alike, alike, '--out', 'c.jsonl']);
    expect([code, notes]).toEqual([0, expect.stringContaining('base64')]);
    const lines = folder.read('c.jsonl').split('\n');
    expect([lines[1], lines[9]]).toEqual([
      '{"text":"the same text","id":9007199254740993,"time":"2023-11-14T22:13:20.000001","price":12345678901234567.88,"__proto__":"a","score":1.0,"raw":"/wE=","mark":"a","pair":0}',
      '{"text":"the same text","id":9007199254740992,"time":"2023-11-14T22:13:20.000001","price":12345678901234567.88,"__proto__":"a","score":NaN,"raw":"/wE=","mark":"a","pair":4}',
    ]);
    expect(folder.noteOf('c.jsonl').rows.lost).toEqual([{ what: 'bytes-as-text', rows: 28 }]);
  });

  test('says where the formats differ, since they would not load together', async () => {
    folder.put('a.jsonl', '{"text":"a"}\n');
    folder.put('b.jsonl', '{"prompt":"a","completion":"b"}\n');
    const argv = ['merge', 'a.jsonl', 'b.jsonl', '--out', 'c.jsonl'];
    const { code, out } = await cli(folder.path, [...argv, '--format', 'json']);
    expect(code).toBe(0);
    expect(v.parse(mergeReport, JSON.parse(out))).toMatchObject({
      inputs: [{ path: 'a.jsonl' }, { path: 'b.jsonl' }],
      output: { path: 'c.jsonl', rows: 2 },
      notes: [expect.stringContaining('different formats (text, prompt-completion)')],
    });
  });

  test.each([
    [['a.jsonl', '--out', 'c'], 'name two files or more'],
    [['a.jsonl', 'b.jsonl'], 'name the new file with --out'],
    [['a.jsonl', 'none.jsonl', '--out', 'c'], 'No such file or folder: none.jsonl.'],
    [['a.jsonl', 'b.jsonl', '--out', 'b.jsonl', '--force'], 'is the file that is read'],
    [['a.jsonl', 'a.jsonl', '--out', 'b.jsonl'], 'is there already'],
  ])('%j is wrong usage', async (options, sentence) => {
    folder.putRows('a.jsonl', 1);
    folder.putRows('b.jsonl', 1);
    const { code, notes } = await cli(folder.path, ['merge', ...options]);
    const names = ['a.jsonl', 'b.jsonl'];
    expect([code, notes, folder.names()]).toEqual([2, expect.stringContaining(sentence), names]);
  });

  test('a file without rows ends it with 1, and nothing is left behind', async () => {
    folder.putRows('a.jsonl', 1);
    folder.put('b.jsonl', '\n');
    const { code, notes } = await cli(folder.path, ['merge', 'a.jsonl', 'b.jsonl', '--out', 'c.jsonl']);
    expect([code, notes]).toEqual([1, expect.stringContaining('b.jsonl has no row')]);
    expect(folder.names()).toEqual(['a.jsonl', 'b.jsonl']);
  });
});
