import { appendFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dedupeReport } from '../../src/core/dataset/prepare/prepare-reports.ts';
import { cli } from '../kit/cli-process.ts';
import { PrepareFolder } from '../kit/dataset/prepare-folder.ts';
import { mountSmallDisk } from '../kit/small-disk.ts';

let folder: PrepareFolder;
beforeEach(() => {
  folder = new PrepareFolder();
});
afterEach(() => folder.remove());

const twice = '{ "text": "a" }\r\n\n{"text":"b"}\n{"text": "a"}\n{text}\n{"text":"c"}';

describe('dedupe', () => {
  test('writes the rows that stay byte for byte, and a note of where they come from', async () => {
    folder.put('a.jsonl', twice);
    const { code, out, notes } = await cli(folder.path, ['dedupe', 'a.jsonl', '--out', 'b.jsonl']);
    expect([code, out]).toEqual([
      0,
      '4 of 5 rows written to b.jsonl; 1 equal and 0 nearly equal rows left out.\n',
    ]);
    expect(notes).toBe(
      '1 row is no JSON and stays as it is, compared with nothing. Lint the file to see where.\n1 empty line is left out.\n',
    );
    expect(folder.read('b.jsonl')).toBe('{ "text": "a" }\r\n{"text":"b"}\n{text}\n{"text":"c"}\n');
    expect(folder.noteOf('b.jsonl')).toEqual({
      version: 1,
      program: { name: 'tuning-fork', version: '0.0.0' },
      inputs: [{ path: 'a.jsonl', bytes: 64, rows: 5, sha256: folder.sha256Of('a.jsonl') }],
      steps: [{ step: 'dedupe', near: false }],
      output: { path: 'b.jsonl', bytes: 50, rows: 4, sha256: folder.sha256Of('b.jsonl') },
      rows: { in: 5, out: 4, dropped: [{ what: 'exact-duplicate', rows: 1 }], lost: [] },
    });
    expect(folder.names()).toEqual(['a.jsonl', 'b.jsonl', 'b.provenance']);
  });

  test('prints one JSON document with each row that went and the one that stays for it', async () => {
    folder.put('a.jsonl', twice);
    const { out, notes } = await cli(folder.path, [
      'dedupe',
      'a.jsonl',
      '--out',
      'b.jsonl',
      '--format',
      'json',
    ]);
    expect(notes).toBe('');
    expect(v.parse(dedupeReport, JSON.parse(out))).toMatchObject({
      input: { path: 'a.jsonl', rows: 5, blankLines: 1 },
      output: { path: 'b.jsonl', rows: 4 },
      dropped: [{ row: 4, equals: 1, why: 'exact' }],
      unread: [5],
    });
  });

  test('only says what would go with --dry-run', async () => {
    folder.put('a.csv', 'text\n"a\nb"\nc\n"a\nb"\n');
    expect(await cli(folder.path, ['dedupe', 'a.csv', '--dry-run'])).toMatchObject({
      code: 0,
      out: 'row 3 equals row 1\n1 equal and 0 nearly equal rows of 3 would go; 2 would stay. Nothing was written.\n',
    });
    expect(folder.names()).toEqual(['a.csv']);
  });

  test('says with --near of which rows only equal ones were told', async () => {
    folder.put('a.csv', 'Q,A\nwho,me\nwho,you\n');
    const { notes } = await cli(folder.path, ['dedupe', 'a.csv', '--near', '--dry-run']);
    expect(notes).toContain('2 rows are of no known format, so only equal ones were told.');
  });

  test('never writes over a file, its note or the input, unless --force says so', async () => {
    folder.put('a.jsonl', twice);
    folder.put('b.jsonl', 'mine');
    folder.put('c.provenance', 'mine');
    for (const taken of ['b.jsonl', 'c.jsonl']) {
      const { code, notes } = await cli(folder.path, ['dedupe', 'a.jsonl', '--out', taken]);
      expect([code, notes]).toEqual([2, expect.stringContaining('is there already')]);
    }
    expect(folder.read('b.jsonl')).toBe('mine');
    expect((await cli(folder.path, ['dedupe', 'a.jsonl', '--out', 'b.jsonl', '--force'])).code).toBe(0);
    expect(folder.read('b.jsonl')).toContain('"c"');
    expect((await cli(folder.path, ['dedupe', 'a.jsonl', '--out', './a.jsonl', '--force'])).code).toBe(2);
    expect(folder.read('a.jsonl')).toBe(twice);
  });

  test.each([
    [['dedupe'], 'name one file'],
    [['dedupe', 'a.jsonl', 'b.jsonl', '--out', 'c'], 'name one file'],
    [['dedupe', 'a.jsonl'], '--out'],
    [['dedupe', 'none.jsonl', '--out', 'b'], 'No such file or folder: none.jsonl.'],
    [['dedupe', '.', '--out', 'b'], 'is a folder'],
    [['dedupe', 'a.jsonl', '--out', 'none/b'], 'The folder of none/b is not there.'],
  ])('%j is wrong usage', async (argv, sentence) => {
    folder.put('a.jsonl', twice);
    const { code, notes, out } = await cli(folder.path, argv);
    expect([code, notes, out]).toEqual([2, expect.stringContaining(sentence), '']);
  });

  test.each([
    ['', 'has no row'],
    ['\n\n', 'has no row'],
    ['[\n{"a": 1},\n{"a": ]', 'has no row'],
    ['{a}\n{b}\n', 'has no row'],
    ['\u001f\u008b nothing', 'has no row'],
  ])('a file of %j ends with 1 and leaves nothing behind', async (content, sentence) => {
    folder.put('a.jsonl', content);
    const { code, notes } = await cli(folder.path, ['dedupe', 'a.jsonl', '--out', 'b.jsonl']);
    expect([code, notes, folder.names()]).toEqual([1, expect.stringContaining(sentence), ['a.jsonl']]);
  });

  test('a broken Parquet file ends with 1', async () => {
    folder.put('a.parquet', 'PAR1');
    const { code, notes } = await cli(folder.path, ['dedupe', 'a.parquet', '--out', 'b.jsonl']);
    expect([code, notes]).toEqual([1, expect.stringContaining('cannot be read')]);
  });

  test.each([
    ['media', ['--near'], 2],
    ['alike', [], 14],
  ])('keeps rows of a Parquet file that differ in bytes or digits: %s', async (name, options, rows) => {
    const file = path.resolve(`test/fixtures/parquet-values/${name}.parquet`);
    expect((await cli(folder.path, ['dedupe', file, '--out', 'b.jsonl', ...options])).code).toBe(0);
    expect(folder.read('b.jsonl').trimEnd().split('\n')).toHaveLength(rows);
  });

  test('leaves nothing behind when it is given up, at whichever reading', async () => {
    folder.put('a.jsonl', '{"text": "a"}\n'.repeat(300_000));
    for (const stopAt of [1, 6]) {
      const controller = new AbortController();
      let shown = 0;
      const { code, notes } = await cli(folder.path, ['dedupe', 'a.jsonl', '--out', 'b.jsonl'], {
        signal: controller.signal,
        terminal: { out: false, err: true, in: false },
        note: () => {
          if (++shown === stopAt) controller.abort();
        },
      });
      expect([code, notes]).toEqual([1, expect.stringContaining('Stopped; nothing was written.')]);
      expect(folder.names()).toEqual(['a.jsonl']);
    }
  });

  test('writes nothing of a file that changed while it was read', async () => {
    folder.put('a.jsonl', '{"text": "a"}\n'.repeat(300_000));
    let shown = 0;
    const { code, notes } = await cli(folder.path, ['dedupe', 'a.jsonl', '--out', 'b.jsonl'], {
      terminal: { out: false, err: true, in: false },
      note: () => {
        if (++shown === 6) appendFileSync(path.join(folder.path, 'a.jsonl'), '{"text": "b"}\n');
      },
    });
    expect([code, notes, folder.names()]).toEqual([
      1,
      expect.stringContaining('changed while it was read'),
      ['a.jsonl'],
    ]);
  });

  test('leaves nothing behind on a full disk', async (context) => {
    const disk = mountSmallDisk(64);
    if (disk === null) return context.skip('a small disk cannot be mounted here');
    try {
      folder.put('a.jsonl', Array.from({ length: 20_000 }, (_, n) => `{"text": "${n}"}\n`).join(''));
      const out = path.join(disk.folder, 'b.jsonl');
      const { code, notes } = await cli(folder.path, ['dedupe', 'a.jsonl', '--out', out]);
      expect([code, notes, readdirSync(disk.folder)]).toEqual([1, expect.stringContaining('ENOSPC'), []]);
    } finally {
      disk.unmount();
    }
  });
});
