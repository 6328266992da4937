import { describe, expect, test } from 'vitest';
import { parseRecipe } from '../../../src/core/recipe/parse-recipe.ts';
import { useDataset, type DatasetOfRecipe } from '../../../src/core/recipe/use-dataset.ts';

const folder: DatasetOfRecipe = { kind: 'folder', name: 'data' };
const file: DatasetOfRecipe = { kind: 'file', loader: 'json', file: 'rows/all.jsonl' };

function changed(text: string, data: DatasetOfRecipe): string {
  return useDataset(text, data)
    .toSorted((a, b) => b.start - a.start)
    .reduce((rest, { start, end, text: put }) => rest.slice(0, start) + put + rest.slice(end), text);
}

describe('a recipe that is given other data', () => {
  test('has a folder in place of the one it had, and all else as it was', () => {
    const text = '# Mine\nmodel_name_or_path: m\ndataset_name: old # the first try\nlearning_rate: 2.0e-3\n';
    expect(changed(text, folder)).toBe(
      '# Mine\nmodel_name_or_path: m\ndataset_name: data\nlearning_rate: 2.0e-3\n',
    );
  });

  test('has a file in place of a folder', () => {
    expect(changed('dataset_name: old\nseed: 7\n', file)).toBe(
      'datasets:\n  - path: json\n    data_files: rows/all.jsonl\nseed: 7\n',
    );
  });

  test('has a folder in place of a mixture, and the remark below it', () => {
    const text = 'datasets:\n  - path: json\n    data_files: a.jsonl\n  - path: b\n\n# Steps\nmax_steps: 3\n';
    expect(changed(text, folder)).toBe('dataset_name: data\n\n# Steps\nmax_steps: 3\n');
  });

  test('has one of the two keys, which exclude each other', () => {
    const text = 'datasets: [{path: json, data_files: a.jsonl}]\nseed: 7\ndataset_name: old\n';
    expect(changed(text, folder)).toBe('dataset_name: data\nseed: 7\n');
  });

  test('loses what chose a part of the data that it had', () => {
    const text = 'dataset_config: en\ndataset_name: old\ndataset_test_split: validation\nseed: 7\n';
    expect(changed(text, folder)).toBe('dataset_name: data\nseed: 7\n');
  });

  test('gets the key at its end if it had none', () => {
    expect(changed('seed: 7', folder)).toBe('seed: 7\ndataset_name: data\n');
    expect(changed('', folder)).toBe('dataset_name: data\n');
  });

  test.each(['on', '2025', 'a: b', "it's #1", '1e3', '경로/데이터', '-x'])(
    'names %s as a text whatever YAML makes of such words',
    (name) => {
      const { recipe } = parseRecipe(changed('seed: 7\n', { kind: 'folder', name }));
      expect(recipe?.settings.dataset_name).toBe(name);
    },
  );

  test('is not touched where it is written in braces', () => {
    expect(() => useDataset('{dataset_name: old, seed: 7}\n', folder)).toThrow(
      expect.objectContaining({ detail: { id: 'recipe.use.in-braces', args: {} } }),
    );
  });

  test('is not touched where it cannot be read', () => {
    expect(() => useDataset('- a list\n', folder)).toThrow(
      expect.objectContaining({ detail: { id: 'recipe.use.unreadable', args: {} } }),
    );
  });
});
