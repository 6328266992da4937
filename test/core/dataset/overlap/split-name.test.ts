import { describe, expect, test } from 'vitest';
import { splitName, trainedBeside } from '../../../../src/core/dataset/overlap/split-name.ts';

describe('the name of a file says what it is for', () => {
  test.each([
    ['train.jsonl', 'train', '*'],
    ['test.csv', 'eval', '*'],
    ['mlx.wwdc25.valid.jsonl', 'eval', 'mlx.wwdc25.*'],
    ['chat-TRAIN_v2.jsonl', 'train', 'chat-*_v2'],
    ['train-00000-of-00002.parquet', 'train', '*'],
    ['test_train.jsonl', 'train', 'test_*'],
    ['dev.json', 'eval', '*'],
    ['train-test.jsonl', 'eval', 'train-*'],
    ['2024val_3.jsonl', 'eval', '2024*_3'],
  ])('%s', (name, use, stem) => {
    expect(splitName(name)).toEqual({ use, stem });
  });

  test.each([
    'contest.jsonl',
    'latest.csv',
    'trainer.jsonl',
    'evals.jsonl',
    'data.jsonl',
    'interval.json',
    'tests',
    '.test',
  ])('not %s', (name) => {
    expect(splitName(name)).toBeNull();
  });

  test('and which of its neighbours are trained on where it is evaluated on', () => {
    const names = [
      'a-train.jsonl',
      'b-train.jsonl',
      'train.jsonl',
      'train-00000-of-00001.parquet',
      'valid.jsonl',
    ];
    expect(trainedBeside('b-eval.csv', names)).toEqual(['b-train.jsonl']);
    expect(trainedBeside('test.jsonl', names)).toEqual(['train.jsonl', 'train-00000-of-00001.parquet']);
    expect(trainedBeside('train.jsonl', names)).toEqual([]);
    expect(trainedBeside('notes.jsonl', names)).toEqual([]);
  });
});
