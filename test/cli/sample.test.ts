import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sampleReport } from '../../src/core/dataset/prepare/prepare-reports.ts';
import { cli } from '../kit/cli-process.ts';
import { PrepareFolder } from '../kit/dataset/prepare-folder.ts';

let folder: PrepareFolder;
beforeEach(() => {
  folder = new PrepareFolder();
});
afterEach(() => folder.remove());

function sample(...options: string[]) {
  return cli(folder.path, ['sample', 'a.jsonl', '--out', 'b.jsonl', ...options]);
}

describe('sample', () => {
  test('writes so many rows byte for byte in their order, and a note of where they come from', async () => {
    const content = folder.putRows('a.jsonl', 50);
    expect(await sample('--rows', '7', '--seed', '3')).toEqual({
      code: 0,
      out: '7 of 50 rows written to b.jsonl.\n',
      notes: '',
    });
    const lines = folder.read('b.jsonl').trimEnd().split('\n');
    const places = lines.map((line) => content.indexOf(`${line}\n`));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect([lines.length, places.includes(-1)]).toEqual([7, false]);
    expect(folder.noteOf('b.jsonl')).toMatchObject({
      inputs: [{ path: 'a.jsonl', rows: 50, sha256: folder.sha256Of('a.jsonl') }],
      steps: [{ step: 'sample', amount: { rows: 7 }, seed: 3 }],
      output: { path: 'b.jsonl', rows: 7, sha256: folder.sha256Of('b.jsonl') },
      rows: { in: 50, out: 7, dropped: [{ what: 'not-sampled', rows: 43 }], lost: [] },
    });
  });

  test('takes the same rows for the same seed and others for another', async () => {
    folder.putRows('a.jsonl', 200);
    const taken = async (seed: string): Promise<string> => {
      await sample('--fraction', '.1', '--seed', seed, '--force');
      return folder.read('b.jsonl');
    };
    const first = await taken('1');
    expect(first.split('\n')).toHaveLength(21);
    expect(await taken('1')).toBe(first);
    expect(await taken('2')).not.toBe(first);
  });

  test('takes a share in percents, as VS Code does', async () => {
    folder.putRows('a.jsonl', 50);
    expect((await sample('--fraction', '10 %')).out).toBe('5 of 50 rows written to b.jsonl.\n');
    expect((await sample('--fraction', '100%', '--force')).out).toBe('50 of 50 rows written to b.jsonl.\n');
  });

  test('prints one JSON document', async () => {
    folder.put('a.jsonl', '{"text":"a"}\n\n{broken\n');
    const { out, notes } = await sample('--fraction', '1', '--format', 'json');
    expect(notes).toBe('');
    expect(v.parse(sampleReport, JSON.parse(out))).toMatchObject({
      input: { path: 'a.jsonl', rows: 2, blankLines: 1 },
      amount: { fraction: 1 },
      seed: 0,
      output: { path: 'b.jsonl', rows: 2 },
      notes: ['1 empty line is left out.'],
    });
    expect(folder.read('b.jsonl')).toBe('{"text":"a"}\n{broken\n');
  });

  test.each([
    [[], 'either --rows or --fraction'],
    [['--rows', '1', '--fraction', '.1'], 'either --rows or --fraction'],
    [['--rows', '0'], 'a whole number above 0'],
    [['--rows', '1.5'], 'not 1.5'],
    [['--rows', '10%'], 'not 10%'],
    [['--fraction', '0'], 'a share above 0'],
    [['--fraction', '1.1'], 'not 1.1'],
    [['--rows', '1', '--seed', 'x'], '--seed is a whole number'],
    [['--rows', '4'], 'The file has 3 rows, fewer than the 4 asked for.'],
  ])('%j is wrong usage', async (options, sentence) => {
    folder.putRows('a.jsonl', 3);
    const { code, notes } = await sample(...options);
    expect([code, notes, folder.names()]).toEqual([2, expect.stringContaining(sentence), ['a.jsonl']]);
  });
});
