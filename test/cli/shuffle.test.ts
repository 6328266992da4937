import fc from 'fast-check';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { shuffleReport } from '../../src/core/dataset/prepare/prepare-reports.ts';
import { cli } from '../kit/cli-process.ts';
import { PrepareFolder } from '../kit/dataset/prepare-folder.ts';

let folder: PrepareFolder;
beforeEach(() => {
  folder = new PrepareFolder();
});
afterEach(() => folder.remove());

function shuffle(...options: string[]) {
  return cli(folder.path, ['shuffle', 'a.jsonl', '--out', 'b.jsonl', ...options]);
}

describe('shuffle', () => {
  test('writes every row byte for byte, in an order that the seed decides', async () => {
    const content = folder.putRows('a.jsonl', 100);
    expect(await shuffle('--seed', '1')).toEqual({
      code: 0,
      out: '100 rows written to b.jsonl in a new order.\n',
      notes: '',
    });
    const first = folder.read('b.jsonl');
    expect(first).not.toBe(content);
    expect(first.split('\n').toSorted()).toEqual(content.split('\n').toSorted());
    await shuffle('--seed', '1', '--force');
    expect(folder.read('b.jsonl')).toBe(first);
    await shuffle('--seed', '2', '--force');
    expect(folder.read('b.jsonl')).not.toBe(first);
    expect(folder.names()).toEqual(['a.jsonl', 'b.jsonl', 'b.provenance']);
    expect(folder.noteOf('b.jsonl')).toMatchObject({
      steps: [{ step: 'shuffle', seed: 2 }],
      rows: { in: 100, out: 100, dropped: [] },
    });
  });

  test('loses and makes no row, whatever rows there are', async () => {
    const row = fc.oneof(
      fc.string({ unit: 'grapheme' }).map((text) => JSON.stringify({ text })),
      fc.constant(JSON.stringify({ text: 'x'.repeat(2_000_000) })),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 30 }), fc.nat(), async (rows, seed) => {
        folder.put('a.jsonl', rows.map((each) => `${each}\n`).join(''));
        await shuffle('--seed', String(seed), '--force');
        expect(folder.read('b.jsonl').split('\n').slice(0, -1).toSorted()).toEqual(rows.toSorted());
      }),
      { numRuns: 30 },
    );
  });

  test('prints one JSON document', async () => {
    folder.putRows('a.jsonl', 3);
    const { out } = await shuffle('--format', 'json');
    expect(v.parse(shuffleReport, JSON.parse(out))).toMatchObject({
      input: { path: 'a.jsonl', rows: 3 },
      seed: 0,
      output: { path: 'b.jsonl', rows: 3 },
    });
  });

  test('leaves nothing behind when it is given up, while it reads or writes', async () => {
    folder.putRows('a.jsonl', 300_000);
    for (const stopAt of [1, 9]) {
      const controller = new AbortController();
      let shown = 0;
      const { code, notes } = await cli(folder.path, ['shuffle', 'a.jsonl', '--out', 'b.jsonl'], {
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

  test.each([
    [['--seed', '1.5'], '--seed is a whole number'],
    [['--out', './a.jsonl', '--force'], 'is the file that is read'],
    [['--out', 'none/b.jsonl'], 'The folder of none/b.jsonl is not there.'],
  ])('%j is wrong usage', async (options, sentence) => {
    folder.putRows('a.jsonl', 3);
    const { code, notes } = await shuffle(...options);
    expect([code, notes, folder.names()]).toEqual([2, expect.stringContaining(sentence), ['a.jsonl']]);
  });
});
