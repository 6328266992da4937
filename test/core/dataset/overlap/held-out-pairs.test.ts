import { describe, expect, test } from 'vitest';
import { pairsByName } from '../../../../src/core/dataset/overlap/held-out-pairs.ts';
import { trainedBeside } from '../../../../src/core/dataset/overlap/split-name.ts';
import { splitStem } from '../../../../src/core/dataset/prepare/new-file-name.ts';

describe('which files are held out for which', () => {
  test.each([
    ['train.jsonl', 'test.jsonl'],
    ['sft-train.jsonl', 'sft-dev.jsonl'],
    ['a.training.jsonl', 'a.validation.jsonl'],
    ['train_2.jsonl', 'val_2.jsonl'],
    ['train2.jsonl', 'eval2.jsonl'],
    ['2024train.jsonl', '2024test.jsonl'],
    ['train.jsonl', 'eval.parquet'],
    ['Train.jsonl', 'Valid.jsonl'],
    ['Chat-train.jsonl', 'chat-TEST.jsonl'],
    ['train-00000-of-00002.parquet', 'test-00000-of-00001.parquet'],
    ['test-train.jsonl', 'test-eval.jsonl'],
    ['train-train.jsonl', 'train-test.jsonl'],
  ])('%s and %s belong together, to all who ask', (train, heldOut) => {
    expect(pairsByName([heldOut, train])).toEqual([{ train, heldOut }]);
    expect(trainedBeside(heldOut, [heldOut, train])).toEqual([train]);
    const placed = (name: string) => `data/${name}`;
    expect(pairsByName([train, heldOut].map(placed))).toEqual([
      { train: placed(train), heldOut: placed(heldOut) },
    ]);
  });

  test.each([
    'rows.jsonl',
    'train.jsonl',
    'chat-test.csv',
    'TRAIN_dev.parquet',
    'data-00000-of-00002.parquet',
  ])('the files that a split makes of %s do', (source) => {
    const [train, heldOut] = ['train', 'eval'].map((side) => `${splitStem(source)}-${side}.jsonl`);
    expect(pairsByName([source, String(train), String(heldOut)])).toContainEqual({ train, heldOut });
  });

  test('a file may have several held out for it', () => {
    const pairs = pairsByName(['train.jsonl', 'test.jsonl', 'valid.jsonl']);
    expect(pairs.map(({ heldOut }) => heldOut)).toEqual(['test.jsonl', 'valid.jsonl']);
  });

  test.each([
    ['another folder', 'a/train.jsonl', 'b/test.jsonl'],
    ['the folder above', 'train.jsonl', 'a/test.jsonl'],
    ['another name', 'chat-train.jsonl', 'code-test.jsonl'],
    ['a word that is a part of another', 'train.jsonl', 'latest.jsonl'],
    ['a word of the other kind before it', 'train.jsonl', 'train-test.jsonl'],
    ['no word at all', 'train.jsonl', 'rows.jsonl'],
  ])('%s makes no pair', (_, one, other) => {
    expect(pairsByName([one, other])).toEqual([]);
  });
});
