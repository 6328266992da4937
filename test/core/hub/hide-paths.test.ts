import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hidePaths, nameOfPath } from '../../../src/core/hub/hide-paths.ts';
import { shareRecipe } from '../../../src/core/hub/share-recipe.ts';

describe('hidePaths', () => {
  it.each([
    ['see /home/me/data/train.jsonl for more', 'see train.jsonl for more'],
    ['path=/home/me/model/', 'path=model'],
    ['"C:\\Users\\me\\model"', '"model"'],
    ['C:/Users/me/a.jsonl', 'a.jsonl'],
    ['\\\\server\\share\\a.jsonl', 'a.jsonl'],
    ['file:///home/me/a.jsonl', 'a.jsonl'],
    ['~/data/a.jsonl', 'a.jsonl'],
    ['(/홈/나/데이터.jsonl)', '(데이터.jsonl)'],
  ])('shortens %s', (text, expected) => {
    expect(hidePaths(text)).toBe(expected);
  });

  it.each([
    'https://huggingface.co/tuner/model',
    'HuggingFaceTB/SmolLM2-135M',
    'data/train.jsonl',
    './data/train.jsonl',
    'and/or, 1/2, 2026/11/25',
    '</s> <think/> {{ x }}',
    'tokens / second',
  ])('leaves %s', (text) => {
    expect(hidePaths(text)).toBe(text);
  });
});

describe('shareRecipe', () => {
  it('keeps every character but absolute paths and secrets, in values and in comments', () => {
    const recipe = [
      '# from /home/me/recipes/a.sft.yaml',
      'model_name_or_path: "/home/me/my models/smol"',
      'datasets:',
      '  - path: json',
      '    data_files: [/data/a.jsonl, "b.jsonl"]',
      'learning_rate: 2.0e-3 # as before',
      'hub_token: hf_abcdefghijklmnopqrstuvwxyz',
      'output_dir: out',
      '',
    ].join('\n');
    expect(shareRecipe(recipe)).toBe(
      [
        '# from a.sft.yaml',
        'model_name_or_path: "smol"',
        'datasets:',
        '  - path: json',
        '    data_files: ["a.jsonl", "b.jsonl"]',
        'learning_rate: 2.0e-3 # as before',
        'hub_token: hf_••••',
        'output_dir: out',
        '',
      ].join('\n'),
    );
  });

  it('names no folder of an absolute path, wherever it stands', () => {
    const seed = Number(process.env['FC_SEED'] ?? Date.now() % 1_000_000_007);
    console.log(`shareRecipe: seed ${seed}`);
    const part = fc.stringMatching(/^[A-Za-z가-힣][\w가-힣.-]{1,8}$/);
    const start = fc.constantFrom('/', 'C:\\', 'D:/', '~/');
    fc.assert(
      fc.property(start, part, part, part, (from, first, second, name) => {
        const folder = `secret-${first}`;
        const place = `${from}${folder}/${second}/${name}`;
        const recipe = `model_name_or_path: ${JSON.stringify(place)}\n# ${place}\ndatasets: [{path: '${place}'}]\n`;
        const shared = shareRecipe(recipe);
        expect(shared).not.toContain(folder);
        expect(shared).toContain(nameOfPath(place));
      }),
      { seed, numRuns: 200 },
    );
  });
});
