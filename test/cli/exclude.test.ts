import { mkdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { excludeReport } from '../../src/core/dataset/prepare/prepare-reports.ts';
import { cli } from '../kit/cli-process.ts';
import { PrepareFolder } from '../kit/dataset/prepare-folder.ts';

let folder: PrepareFolder;
beforeEach(() => {
  folder = new PrepareFolder();
});
afterEach(() => folder.remove());

function exclude(...options: string[]) {
  return cli(folder.path, ['exclude', 'a.jsonl', ...options]);
}

const rows = '{"text": "a"}\r\n\n{"text":"b "}\n{"text": "a"}\n{text}\n{"text":"c\\u200b "}\n';

describe('exclude', () => {
  test('writes the rows that no rule names byte for byte, and a note of where they come from', async () => {
    folder.put('a.jsonl', rows);
    const rules = ['--rule', 'exact-duplicate', '--rule', 'json-syntax', '--rule', 'zero-width-character'];
    expect(await exclude('--out', 'b.jsonl', ...rules)).toEqual({
      code: 0,
      out: '2 of 5 rows written to b.jsonl; 3 left out that the rules name.\n',
      notes: '1 empty line is left out.\n',
    });
    expect(folder.read('b.jsonl')).toBe('{"text": "a"}\r\n{"text":"b "}\n');
    expect(folder.noteOf('b.jsonl')).toMatchObject({
      inputs: [{ path: 'a.jsonl', rows: 5, sha256: folder.sha256Of('a.jsonl') }],
      steps: [{ step: 'exclude', rules: ['exact-duplicate', 'json-syntax', 'zero-width-character'] }],
      rows: {
        in: 5,
        out: 2,
        dropped: [
          { what: 'exact-duplicate', rows: 1 },
          { what: 'json-syntax', rows: 1 },
          { what: 'zero-width-character', rows: 1 },
        ],
      },
    });
  });

  test('names each row that went and every rule that named it', async () => {
    folder.put('a.jsonl', rows);
    const rules = ['--rule', 'edge-white-space', '--rule', 'zero-width-character'];
    const { out } = await exclude('--dry-run', ...rules, '--format', 'json');
    expect(v.parse(excludeReport, JSON.parse(out))).toMatchObject({
      rules: ['edge-white-space', 'zero-width-character'],
      output: null,
      dropped: [
        { row: 3, rules: ['edge-white-space'] },
        { row: 6, rules: ['edge-white-space', 'zero-width-character'] },
      ],
    });
    expect((await exclude('--dry-run', ...rules)).out).toBe(
      'row 3: edge-white-space\nrow 6: edge-white-space, zero-width-character\n2 of 5 rows would go; 3 would stay. Nothing was written.\n',
    );
    expect(folder.names()).toEqual(['a.jsonl']);
  });

  const asked = (prompt: string, completion: string) => `${JSON.stringify({ prompt, completion })}\n`;
  const overlap = ['--rule', 'train-eval-overlap'];

  test('finds the files that a rule compares with as lint does: by their names, and by a recipe', async () => {
    folder.put('a-eval.jsonl', asked('Capital of Peru?', 'Lima') + asked('Capital of Chile?', 'Santiago'));
    folder.put('a-train.jsonl', asked('capital of Chile ?', 'Santiago de Chile'));
    const byName = await cli(folder.path, ['exclude', 'a-eval.jsonl', '--out', 'b.jsonl', ...overlap]);
    expect([byName.code, folder.read('b.jsonl')]).toEqual([0, asked('Capital of Peru?', 'Lima')]);

    mkdirSync(path.join(folder.path, 'data'));
    folder.put('data/held-test.jsonl', asked('Capital of Peru?', 'Lima') + asked('q', 'r'));
    folder.put('data/chats_train.jsonl', asked('Capital of Peru?', 'Lima'));
    folder.put('run.sft.yaml', 'model_name_or_path: m\ndataset_name: data\neval_strategy: epoch\n');
    const byRecipe = await cli(folder.path, ['exclude', 'data/held-test.jsonl', '--dry-run', ...overlap]);
    expect(byRecipe.out).toBe(
      'row 1: train-eval-overlap\n1 of 2 rows would go; 1 would stay. Nothing was written.\n',
    );
  });

  test('refuses a rule that has nothing to compare the file with', async () => {
    folder.put('a.jsonl', rows);
    const { code, notes } = await exclude('--out', 'b.jsonl', ...overlap);
    expect([code, notes]).toEqual([
      1,
      'tuning-fork: No file that is trained on and can be read belongs to a.jsonl, so train-eval-overlap has nothing to compare it with and nothing was written. Name the files alike, such as train.jsonl and eval.jsonl, or name their folder in a recipe.\n',
    ]);
    expect(folder.names()).toEqual(['a.jsonl']);
  });

  test('knows the place of a file in its folder, for rules that judge it by the files beside it', async () => {
    folder.put('train.jsonl', '{"text": "a"}\n');
    folder.put('test.jsonl', '{"text": "b"}\n{"text": "c", "source": "web"}\n');
    const dry = await cli(folder.path, ['exclude', 'test.jsonl', '--dry-run', '--rule', 'folder-columns']);
    expect(dry.out).toBe('row 2: folder-columns\n1 of 2 rows would go; 1 would stay. Nothing was written.\n');
  });

  test('leaves a file behind in which the rules find nothing more', async () => {
    const piece = fc.constantFrom('a', 'b ', 'a\u200b', '', 'hello world');
    const some = fc.array(
      piece.map((text) => ({ text })),
      { minLength: 1, maxLength: 20 },
    );
    const chosen = ['exact-duplicate', 'edge-white-space', 'zero-width-character', 'empty-content'];
    await fc.assert(
      fc.asyncProperty(some, fc.subarray(chosen, { minLength: 1 }), async (made, rules) => {
        folder.put('a.jsonl', made.map((row) => `${JSON.stringify(row)}\n`).join(''));
        const named = rules.flatMap((rule) => ['--rule', rule]);
        const { code } = await exclude('--out', 'b.jsonl', '--force', ...named);
        if (code !== 0) return;
        const { out } = await cli(folder.path, ['exclude', 'b.jsonl', '--dry-run', ...named]);
        expect(out).toMatch(/^0 of \d+ rows? would go/);
      }),
      { numRuns: 40 },
    );
  });

  test('takes the records of CSV and the rules that are slow or off', async () => {
    folder.put('a.csv', 'prompt,completion\nwho,me\nwho,you\nwhen,now\n');
    const argv = ['exclude', 'a.csv', '--rule', 'contradictory-answers', '--out', 'b.jsonl'];
    expect((await cli(folder.path, argv)).out).toContain('1 of 3 rows written');
    expect(folder.read('b.jsonl')).toBe('{"prompt":"when","completion":"now"}\n');
  });

  test('writes nothing where no row would be left', async () => {
    folder.put('a.jsonl', '{"text":""}\n');
    const { code, notes } = await exclude('--rule', 'empty-content', '--out', 'b.jsonl');
    expect([code, notes]).toEqual([1, expect.stringContaining('name each of the 1 row of a.jsonl')]);
    expect(folder.names()).toEqual(['a.jsonl']);
  });

  test('leaves nothing behind when it is given up', async () => {
    folder.putRows('a.jsonl', 300_000);
    for (const stopAt of [1, 6]) {
      const controller = new AbortController();
      let shown = 0;
      const argv = ['exclude', 'a.jsonl', '--rule', 'empty-content', '--out', 'b.jsonl'];
      const { code, notes } = await cli(folder.path, argv, {
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
    [['--out', 'b'], 'name a rule with --rule'],
    [['--rule', 'none', '--out', 'b'], 'none'],
    [['--rule', 'secret'], 'name the new file with --out'],
    [['--rule', 'secret', '--out', 'a.jsonl', '--force'], 'is the file that is read'],
  ])('%j is wrong usage', async (options, sentence) => {
    folder.putRows('a.jsonl', 3);
    const { code, notes } = await exclude(...options);
    expect([code, notes, folder.names()]).toEqual([2, expect.stringContaining(sentence), ['a.jsonl']]);
  });
});
