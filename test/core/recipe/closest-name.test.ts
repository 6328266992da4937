import { describe, expect, it } from 'vitest';
import { closestName } from '../../../src/core/recipe/closest-name.ts';
import { bundledTrlKeys } from '../../../src/core/recipe/trl-keys.ts';

describe('closestName', () => {
  it.each([
    ['learning_rat', 'learning_rate'],
    ['learning-rate', 'learning_rate'],
    ['max_lenght', 'max_length'],
    ['Num_Train_Epochs', 'num_train_epochs'],
    ['per_device_batch_size', 'per_device_eval_batch_size'],
    ['zzz', null],
    ['x', null],
  ])('%s is meant to be %s', (typo, expected) => {
    expect(closestName(typo, Object.keys(bundledTrlKeys().keys))).toBe(expected);
  });
});
