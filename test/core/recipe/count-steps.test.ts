import { describe, expect, it } from 'vitest';
import { countSteps } from '../../../src/core/recipe/count-steps.ts';
import { parseRecipe } from '../../../src/core/recipe/parse-recipe.ts';

function steps(yaml: string, rows: number | null): unknown {
  const { recipe } = parseRecipe(yaml);
  if (recipe === null) throw new Error('no recipe');
  const count = countSteps(recipe.settings, rows, true);
  return count.kind === 'unknown' ? count.why : count.steps;
}

describe('countSteps', () => {
  it.each([
    ['rounds the last batch of an epoch up', 'per_device_train_batch_size: 4\nnum_train_epochs: 1', 10, 3],
    [
      'leaves it out where it is dropped',
      'per_device_train_batch_size: 4\nnum_train_epochs: 1\ndataloader_drop_last: true',
      10,
      2,
    ],
    [
      'rounds accumulation up in each epoch',
      'per_device_train_batch_size: 2\ngradient_accumulation_steps: 4\nnum_train_epochs: 3',
      20,
      9,
    ],
    ['rounds a part of an epoch up', 'per_device_train_batch_size: 4\nnum_train_epochs: 0.5', 20, 3],
    ['lets max_steps win', 'max_steps: 5\nnum_train_epochs: 100', 20, 5],
    ['makes a step of fewer rows than a batch', 'num_train_epochs: 1', 1, 1],
    ['knows nothing without rows', 'num_train_epochs: 1', null, 'rows'],
    ['knows nothing with packing', 'packing: true', 10, 'packing'],
    ['knows nothing with several processes', 'accelerate_config: multi_gpu', 10, 'processes'],
  ])('%s', (_, yaml, rows, expected) => {
    expect(steps(yaml, rows)).toBe(expected);
  });
});
