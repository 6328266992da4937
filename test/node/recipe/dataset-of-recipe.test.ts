import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { datasetOfRecipe } from '../../../src/node/recipe/dataset-of-recipe.ts';
import { pairsOfRecipes } from '../../../src/node/recipe/pairs-of-recipes.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'tuning-fork-data-of-recipe-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text = '{"text": "a"}\n'): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

describe('how a recipe names a file as its data', () => {
  test('by its folder where it is trained on alone and others are held out', async () => {
    const file = write('data/train.jsonl');
    write('data/test.jsonl');
    const named = await datasetOfRecipe(file, folder);
    expect(named).toEqual({ data: { kind: 'folder', name: 'data' }, heldOut: true });
  });

  test('by itself where nothing is held out beside it', async () => {
    const file = write('data/train.jsonl');
    const { data, heldOut } = await datasetOfRecipe(file, folder);
    expect([data, heldOut]).toEqual([{ kind: 'file', loader: 'json', file: 'data/train.jsonl' }, false]);
  });

  test('from its own folder on, also where that begins with dots', async () => {
    const { data } = await datasetOfRecipe(write('..data/rows.jsonl'), folder);
    expect(data).toMatchObject({ file: '..data/rows.jsonl' });
  });

  test('by itself where the folder would bring other rows too', async () => {
    const file = write('data/train-1.jsonl');
    write('data/train-2.jsonl');
    write('data/test.jsonl');
    expect((await datasetOfRecipe(file, folder)).data).toMatchObject({ file: 'data/train-1.jsonl' });
  });

  test('by itself where a card of the folder decides which files make which split', async () => {
    const file = write('data/train.jsonl');
    write('data/test.jsonl');
    write('data/README.md', '---\nconfigs:\n- config_name: default\n---\n');
    expect((await datasetOfRecipe(file, folder)).data.kind).toBe('file');
  });

  test('with the loader that reads it, and by its whole path outside the workspace', async () => {
    const csv = write('a.csv', 'text\na\n');
    const { data } = await datasetOfRecipe(csv, path.join(folder, 'project'));
    expect(data).toEqual({ kind: 'file', loader: 'csv', file: csv });
  });
});

test('a recipe pairs what it trains on with what it evaluates on; a broken one pairs nothing', async () => {
  const train = write('data/train.jsonl');
  const heldOut = write('data/validation.jsonl');
  const recipe = write('a.sft.yaml', 'dataset_name: data\ndataset_test_split: validation\n');
  const broken = write('b.sft.yaml', ': [');
  const placed = [recipe, broken, path.join(folder, 'none.sft.yaml')].map((each) => ({
    path: each,
    cwd: folder,
  }));
  expect(await pairsOfRecipes(placed, process.env)).toEqual([{ train, heldOut }]);
});
