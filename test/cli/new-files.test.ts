import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  readdirSync,
  symlinkSync,
} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cli } from '../kit/cli-process.ts';
import { PrepareFolder } from '../kit/dataset/prepare-folder.ts';

let folder: PrepareFolder;
beforeEach(() => {
  folder = new PrepareFolder();
  folder.putRows('s.jsonl', 20);
  mkdirSync(path.join(folder.path, 'o'));
});
afterEach(() => folder.remove());

const run = (...argv: string[]) => cli(folder.path, argv);
const split = (...argv: string[]) => run('split', 's.jsonl', '--out', 'o', ...argv);
const inO = (): string[] => readdirSync(path.join(folder.path, 'o')).toSorted();

describe('a name of another format', () => {
  test.each([
    ['convert', 's.jsonl', '--to', 'messages', '--out', 'x.csv'],
    ['dedupe', 's.jsonl', '--out', 'x.parquet', '--force'],
    ['sample', 's.jsonl', '--rows', '2', '--out', 'x.txt'],
    ['shuffle', 's.jsonl', '--out', 'x.jsonl.gz'],
    ['merge', 's.jsonl', 's.jsonl', '--out', 'x.tsv'],
    ['exclude', 's.jsonl', '--rule', 'json-syntax', '--out', 'x.v2'],
  ])('is refused by %s', async (...argv) => {
    const { code, out, notes } = await run(...argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(notes).toMatch(/What is written is JSON Lines, and x\.\S+ is named as something else/);
    expect(folder.names()).toEqual(['o', 's.jsonl']);
  });

  test.each(['b.jsonl', 'b.NDJSON', 'b.json', 'b'])('is not %s', async (name) => {
    expect((await run('shuffle', 's.jsonl', '--out', name)).code).toBe(0);
    expect((await run('lint', name)).out).toContain('20 rows');
  });
});

describe('a folder in the place of a file', () => {
  test.each(['s-train.jsonl', 's-eval.jsonl', 's-train.provenance', 's-eval.provenance'])(
    'is refused before anything is written: %s',
    async (name) => {
      mkdirSync(path.join(folder.path, 'o', name));
      const taken = ['s-train.jsonl', 's-eval.jsonl'].find((each) => each !== name) ?? '';
      folder.put(`o/${taken}`, 'old');
      const { code, out, notes } = await split('--force');
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(notes).toContain(`o/${name} is there and is a folder or something else that is no file.`);
      expect(inO()).toEqual([name, taken].toSorted());
      expect(folder.read(`o/${taken}`)).toBe('old');
    },
  );

  test('is not said to be there to be written over', async () => {
    mkdirSync(path.join(folder.path, 'd.provenance'));
    const { code, notes } = await run('dedupe', 's.jsonl', '--out', 'd.jsonl');
    expect([code, notes]).toEqual([2, expect.not.stringContaining('--force')]);
    expect(existsSync(path.join(folder.path, 'd.jsonl'))).toBe(false);
  });
});

describe('a link in the place of a file', () => {
  test('stays, and the file that it leads to is written, from whatever folder', async () => {
    folder.put('o/real.jsonl', 'old');
    symlinkSync('o/real.jsonl', path.join(folder.path, 'link.jsonl'));
    symlinkSync('link.jsonl', path.join(folder.path, 'b.jsonl'));
    expect((await run('shuffle', 's.jsonl', '--out', 'b.jsonl')).code).toBe(2);
    expect((await run('shuffle', 's.jsonl', '--out', 'b.jsonl', '--force')).code).toBe(0);
    expect(readlinkSync(path.join(folder.path, 'b.jsonl'))).toBe('link.jsonl');
    expect(folder.read('o/real.jsonl').split('\n')).toHaveLength(21);
    expect(inO()).toEqual(['real.jsonl']);
    expect(folder.names()).toEqual(['b.jsonl', 'b.provenance', 'link.jsonl', 'o', 's.jsonl']);
    expect(folder.noteOf('b.jsonl').output).toMatchObject({ path: 'b.jsonl', rows: 20 });
  });

  test('that leads nowhere yet makes the file that it names', async () => {
    symlinkSync('o/real.jsonl', path.join(folder.path, 'b.jsonl'));
    expect((await run('dedupe', 's.jsonl', '--out', 'b.jsonl')).code).toBe(0);
    expect(lstatSync(path.join(folder.path, 'b.jsonl')).isSymbolicLink()).toBe(true);
    expect(inO()).toEqual(['real.jsonl']);
  });

  test.each([
    ['itself', 'b.jsonl', 1, 'ELOOP'],
    ['the file that is read', 's.jsonl', 2, 'is the file that is read'],
  ])('to %s is refused', async (_, to, code, sentence) => {
    symlinkSync(to, path.join(folder.path, 'b.jsonl'));
    const before = folder.names();
    const result = await run('dedupe', 's.jsonl', '--out', 'b.jsonl', '--force');
    expect([result.code, result.notes]).toEqual([code, expect.stringContaining(sentence)]);
    expect(folder.names()).toEqual(before);
  });

  test('to the other file of a split is refused', async () => {
    symlinkSync('s-train.jsonl', path.join(folder.path, 'o/s-eval.jsonl'));
    const { code, notes } = await split('--force');
    expect([code, notes]).toEqual([2, expect.stringContaining('is a link to another file')]);
    expect(inO()).toEqual(['s-eval.jsonl']);
  });
});

const NOBODY = 65_534;
const isRoot = process.geteuid?.() === 0;
if (!isRoot) console.log('skipped: what happens without permissions, because only root can give them up');

/** Runs something as somebody to whom nothing belongs. */
async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  process.seteuid?.(NOBODY);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

describe.skipIf(!isRoot)('without permission', () => {
  beforeEach(() => chmodSync(folder.path, 0o755));

  test('to write into the folder, nothing is there', async () => {
    const { code, notes } = await asNobody(() => split());
    expect([code, notes]).toEqual([2, expect.stringContaining('may not be opened or written')]);
    expect(inO()).toEqual([]);
  });

  test('to replace the second file, the first is as it was', async () => {
    chmodSync(path.join(folder.path, 'o'), 0o1777);
    chownSync(folder.put('o/s-train.jsonl', 'mine'), NOBODY, NOBODY);
    folder.put('o/s-eval.jsonl', 'of somebody else');
    const { code, notes } = await asNobody(() => split('--force'));
    expect([code, notes]).toEqual([
      1,
      expect.stringMatching(/could not be written \(E[A-Z]+\), and nothing/),
    ]);
    expect(inO()).toEqual(['s-eval.jsonl', 's-train.jsonl']);
    expect([folder.read('o/s-train.jsonl'), folder.read('o/s-eval.jsonl')]).toEqual([
      'mine',
      'of somebody else',
    ]);
  });
});
