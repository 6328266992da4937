import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findRecipesFor } from '../../../src/node/recipe/find-recipes-for.ts';

const fixtures = path.resolve(import.meta.dirname, '../../fixtures/recipes');

async function usesOf(fixture: string, file: string): Promise<string[]> {
  const uses = await findRecipesFor(
    file,
    ['gone.sft.yaml', 'recipe.sft.yaml'],
    path.join(fixtures, fixture),
    {},
  );
  return uses.map(({ recipePath, use }) => `${recipePath} ${use}`);
}

describe('findRecipesFor', () => {
  it.each([
    ['a file that the recipe trains on', 'complete', 'data/train.jsonl', ['recipe.sft.yaml train']],
    ['a file that it evaluates on', 'complete', 'data/test.jsonl', ['recipe.sft.yaml test']],
    ['a file that a pattern names', 'mixture', 'data/part-2.jsonl', ['recipe.sft.yaml train']],
    ['a file that it does not use', 'mixture-file-missing', 'data/test.jsonl', []],
    ['nothing for a recipe that cannot be read', 'yaml-syntax', 'data/train.jsonl', []],
  ])('finds %s', async (_, fixture, file, expected) => {
    expect(await usesOf(fixture, file)).toEqual(expected);
  });
});
