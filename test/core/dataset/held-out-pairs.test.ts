import { describe, expect, test } from 'vitest';
import { pairsByName } from '../../../src/core/dataset/held-out-pairs.ts';

describe('which files are held out for which', () => {
  test.each([
    ['data/train.jsonl', 'data/test.jsonl'],
    ['sft-train.jsonl', 'sft-dev.jsonl'],
    ['a.training.jsonl', 'a.validation.jsonl'],
    ['train_2.jsonl', 'val_2.jsonl'],
    ['train.jsonl', 'eval.parquet'],
    ['Train.jsonl', 'Valid.jsonl'],
  ])('%s and %s belong together', (train, heldOut) => {
    expect(pairsByName([heldOut, train])).toEqual([{ train, heldOut }]);
  });

  test('a file may have several held out for it', () => {
    const pairs = pairsByName(['train.jsonl', 'test.jsonl', 'valid.jsonl']);
    expect(pairs.map(({ heldOut }) => heldOut)).toEqual(['test.jsonl', 'valid.jsonl']);
  });

  test.each([
    ['another folder', 'a/train.jsonl', 'b/test.jsonl'],
    ['another name', 'chat-train.jsonl', 'code-test.jsonl'],
    ['a word that is a part of another', 'train.jsonl', 'latest.jsonl'],
    ['no word at all', 'train.jsonl', 'rows.jsonl'],
  ])('%s makes no pair', (_, one, other) => {
    expect(pairsByName([one, other])).toEqual([]);
  });
});
