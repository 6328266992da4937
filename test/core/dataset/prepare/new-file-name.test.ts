import { describe, expect, test } from 'vitest';
import { noteName, splitStem } from '../../../../src/core/dataset/prepare/new-file-name.ts';

describe('the new files of a split are called by their source', () => {
  test.each([
    ['chat.jsonl', 'chat'],
    ['my data.csv', 'my data'],
    ['한글.jsonl', '한글'],
    ['chat-v1.5.jsonl', 'chat-v1.5'],
    ['2024.jsonl', '2024'],
    ['contest.jsonl', 'contest'],
    ['no-extension', 'no-extension'],
  ])('%s: %s', (name, stem) => {
    expect(splitStem(name)).toBe(stem);
  });

  test.each([
    ['train.jsonl', 'split'],
    ['Train.jsonl', 'split'],
    ['train-test_val.parquet', 'split'],
    ['data.train.jsonl', 'data'],
    ['smoltalk_train-v2.jsonl', 'smoltalk_v2'],
    ['train-v2.jsonl', 'v2'],
    ['evaluation.jsonl', 'split'],
    ['test.1.jsonl', '1'],
    ['train2.jsonl', '2'],
    ['chat - eval - b.jsonl', 'chat b'],
    ['.train.jsonl', 'split'],
  ])('without the words of splits: %s: %s', (name, stem) => {
    expect(splitStem(name)).toBe(stem);
  });

  test.each([
    ['chat-train.jsonl', 'chat-split'],
    ['chat-eval.jsonl', 'chat-split'],
    ['chat-test.jsonl', 'chat'],
    ['Split-train.jsonl', 'Split-split'],
  ])('as the source is not: %s: %s', (name, stem) => {
    expect(splitStem(name)).toBe(stem);
  });

  test.each([
    ['x.parquet.v2.jsonl', 'x-parquet.v2'],
    ['notes.md.jsonl', 'notes-md'],
    ['chat.TXT.json', 'chat-TXT'],
    ['chat-00000-of-00002.parquet', 'chat-00000of00002'],
  ])('without what else would say how they are read: %s: %s', (name, stem) => {
    expect(splitStem(name)).toBe(stem);
  });
});

describe('a note is called by its file', () => {
  test.each([
    ['train.jsonl', 'train.provenance'],
    ['chat-v1.5.csv', 'chat-v1.5.provenance'],
    ['chat.eval.jsonl', 'chat-eval.provenance'],
    ['a.json.jsonl', 'a-json.provenance'],
    ['.jsonl', '.provenance'],
  ])('%s: %s', (name, note) => {
    expect(noteName(name)).toBe(note);
  });
});
