import { readdirSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { splitReport } from '../../src/core/dataset/prepare/prepare-reports.ts';
import { cli } from '../kit/cli-process.ts';
import { PrepareFolder } from '../kit/dataset/prepare-folder.ts';

let folder: PrepareFolder;
beforeEach(() => {
  folder = new PrepareFolder();
});
afterEach(() => folder.remove());

const rows = Array.from({ length: 20 }, (_, n) => `{ "prompt": "${n % 15}",  "completion": "${n}"}`);

describe('split', () => {
  test('writes two files beside the first, whose lines are those of the first in their order', async () => {
    folder.put('data.jsonl', rows.join('\n'));
    const { code, out, notes } = await cli(folder.path, ['split', 'data.jsonl', '--eval', '0.2']);
    expect([code, out]).toEqual([
      0,
      '16 rows to train on in data-train.jsonl, 4 held out in data-eval.jsonl.\n',
    ]);
    expect(notes).toContain('15 groups of rows that belong together');
    const [train, held] = [folder.linesOf('data-train.jsonl'), folder.linesOf('data-eval.jsonl')];
    expect(train).toEqual(rows.filter((row) => train.includes(row)));
    expect(held).toEqual(rows.filter((row) => !train.includes(row)));
    const prompts = (lines: string[]) => lines.map((line) => /"prompt": "(\d+)"/.exec(line)?.[1]);
    expect(prompts(train).filter((prompt) => prompts(held).includes(prompt))).toEqual([]);
  });

  test('notes beside each file what it was made from and how', async () => {
    folder.put('data.jsonl', rows.join('\n'));
    await cli(folder.path, ['split', 'data.jsonl', '--eval=.2', '--seed', '7', '--out', 'sub/dir']);
    expect(folder.noteOf('sub/dir/data-eval.jsonl')).toMatchObject({
      inputs: [{ path: '../../data.jsonl', rows: 20 }],
      steps: [{ step: 'split', eval: 0.2, seed: 7, strata: null, side: 'eval' }],
      output: { path: 'data-eval.jsonl', rows: 4 },
      rows: { in: 20, out: 4, dropped: [{ what: 'other-side', rows: 16 }] },
    });
    expect(readdirSync(path.join(folder.path, 'sub/dir'))).toHaveLength(4);
  });

  test('prints one JSON document', async () => {
    folder.put('data.json', JSON.stringify(rows.map((row): unknown => JSON.parse(row))));
    const { out, notes } = await cli(folder.path, ['split', 'data.json', '--format', 'json']);
    expect(notes).toBe('');
    expect(v.parse(splitReport, JSON.parse(out))).toMatchObject({
      input: { path: 'data.json', rows: 20 },
      eval: 0.05,
      seed: 0,
      outputs: { train: { path: 'data-train.jsonl', rows: 19 }, eval: { path: 'data-eval.jsonl', rows: 1 } },
      asked: 1,
      groups: 15,
      largestGroup: 2,
    });
  });

  test('takes a share in percents, as VS Code does', async () => {
    folder.put('data.jsonl', rows.join('\n'));
    for (const share of ['20%', '20 %']) {
      const { out } = await cli(folder.path, ['split', 'data.jsonl', '--eval', share, '--force']);
      expect(out).toContain('4 held out');
    }
  });

  test('says where the share could not be met', async () => {
    folder.put('data.jsonl', `${'{"text":"a"}\n'.repeat(9)}${'{"text":"b"}\n'.repeat(8)}`);
    const { code, notes } = await cli(folder.path, ['split', 'data.jsonl', '--eval', '0.1']);
    expect([code, notes]).toEqual([
      0,
      expect.stringContaining('The held-out side has 8 rows and not 2, because rows that belong together'),
    ]);
  });

  test('says that a file in the same folder has the held-out rows, and says it in JSON as well', async () => {
    folder.put('data.jsonl', rows.join('\n'));
    folder.put('train.jsonl', rows.join('\n'));
    const beside = await cli(folder.path, ['split', 'data.jsonl']);
    expect(beside.notes).toContain(
      'data.jsonl, which holds all rows, is in the same folder, so a recipe that loads every file of the folder would train on the held-out rows too. Name the two new files in the recipe, or split into a folder of its own.\n',
    );
    const korean = await cli(folder.path, ['split', 'train.jsonl', '--format', 'json', '--lang', 'ko']);
    expect(v.parse(splitReport, JSON.parse(korean.out)).notes.at(-1)).toMatch(
      /^모든 행이 들어 있는 train\.jsonl/,
    );
    expect(folder.names()).toEqual(expect.arrayContaining(['split-train.jsonl', 'split-eval.jsonl']));
    const apart = await cli(folder.path, ['split', 'train.jsonl', '--out', 'apart']);
    expect(apart.notes).not.toContain('same folder');
  });

  test('shows the proportions of a column', async () => {
    folder.put(
      'data.csv',
      `text,source\n${Array.from({ length: 20 }, (_, n) => `t${n},${n < 10 ? 'a' : 'b'}\n`).join('')}`,
    );
    const { out } = await cli(folder.path, ['split', 'data.csv', '--eval', '0.2', '--strata', 'source']);
    expect(out.split('\n').slice(1)).toEqual(['  "a"  8 + 2', '  "b"  8 + 2', '']);
    expect(folder.linesOf('data-eval.jsonl')).toHaveLength(4);
  });

  test('never writes over a file unless --force says so', async () => {
    folder.put('data.jsonl', rows.join('\n'));
    folder.put('data-eval.jsonl', 'mine');
    const { code, notes } = await cli(folder.path, ['split', 'data.jsonl']);
    expect([code, notes]).toEqual([2, expect.stringContaining('data-eval.jsonl is there already')]);
    expect(folder.names()).toEqual(['data-eval.jsonl', 'data.jsonl']);
    expect((await cli(folder.path, ['split', 'data.jsonl', '--force'])).code).toBe(0);
    expect(folder.read('data-eval.jsonl')).not.toBe('mine');
  });

  test.each([
    [['--eval', '0'], '--eval is a share'],
    [['--eval', '1'], '--eval is a share'],
    [['--eval', '100%'], '--eval is a share'],
    [['--eval', '5e-2'], '--eval is a share'],
    [['--seed', '-1'], "Option '--seed' argument is ambiguous"],
    [['--seed', '1.5'], '--seed is a whole number'],
    [['--strata', 'none'], 'No row has the column "none".'],
  ])('%j is wrong usage', async (options, sentence) => {
    folder.put('data.jsonl', rows.join('\n'));
    const { code, notes } = await cli(folder.path, ['split', 'data.jsonl', ...options]);
    expect([code, notes, folder.names()]).toEqual([2, expect.stringContaining(sentence), ['data.jsonl']]);
  });

  test('ends with 1 where there is nothing to divide', async () => {
    folder.put('data.jsonl', '{"text":"a"}\n{"text":"a"}\n');
    const { code, notes } = await cli(folder.path, ['split', 'data.jsonl']);
    expect([code, notes, folder.names()]).toEqual([
      1,
      expect.stringContaining('There is nothing to divide'),
      ['data.jsonl'],
    ]);
  });
});
