import { describe, expect, test } from 'vitest';
import { parseRecipe } from '../../../src/core/recipe/parse-recipe.ts';
import { readYaml } from '../../../src/core/recipe/read-yaml.ts';
import { relocateRecipe, type Relocation } from '../../../src/core/recipe/relocate-recipe.ts';
import { plainValue } from '../../../src/core/recipe/yaml-node.ts';

function relocated(text: string, ...relocations: Relocation[]): string {
  const { recipe } = parseRecipe(text);
  return relocateRecipe(text, recipe?.entries ?? new Map(), relocations);
}

function valueOf(text: string): unknown {
  const { root } = readYaml(text);
  return root === null ? null : plainValue(root);
}

describe('a recipe whose files lie elsewhere', () => {
  test('has the new values, and every other character as it was', () => {
    const text = `# 레시피\nmodel_name_or_path: ./model # local\nlearning_rate: 2.0e-3\nchat_template_path: 'a b.jinja'\n`;
    expect(
      relocated(
        text,
        { path: ['model_name_or_path'], value: 'model' },
        { path: ['chat_template_path'], value: 'template/a b.jinja' },
      ),
    ).toBe(
      `# 레시피\nmodel_name_or_path: "model" # local\nlearning_rate: 2.0e-3\nchat_template_path: "template/a b.jinja"\n`,
    );
  });

  test.each([
    ['one file', 'datasets:\n  - path: json\n    data_files: /home/me/train.jsonl\n    split: train\n'],
    ['a flow list', 'datasets:\n  - path: json\n    data_files: [a.jsonl, "b.jsonl"]\n    split: train\n'],
    [
      'a block list with comments',
      'datasets:\n  - path: json\n    data_files:\n      - a.jsonl # first\n      # the second\n      - b.jsonl\n    split: train\nseed: 3\n',
    ],
    [
      'a mapping of splits',
      'datasets:\n  - path: json\n    data_files:\n      train: a.jsonl\n      test:\n        - b.jsonl\n    split: train\n',
    ],
    ['the last value of the file', 'datasets:\n- path: json\n  split: train\n  data_files:\n  - a.jsonl'],
  ])('replaces %s', (_, text) => {
    const value = { train: ['data/0/a.jsonl', 'data/0/b.jsonl'] };
    const changed = relocated(text, { path: ['datasets', 0, 'data_files'], value });
    const before = valueOf(text) as { datasets: object[] };
    expect(valueOf(changed)).toEqual({ ...before, datasets: [{ ...before.datasets[0], data_files: value }] });
  });

  test('keeps an anchor for whoever uses it', () => {
    const text = 'a: &data x.jsonl\ndataset_name: *data\nmodel_name_or_path: m\n';
    const changed = relocated(text, { path: ['dataset_name'], value: 'data/d' });
    expect(valueOf(changed)).toEqual({ a: 'x.jsonl', dataset_name: 'data/d', model_name_or_path: 'm' });
  });

  test('changes nothing where the key is not there', () => {
    expect(relocated('seed: 3\n', { path: ['datasets', 1, 'path'], value: 'x' })).toBe('seed: 3\n');
  });
});
