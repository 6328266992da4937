import { describe, expect, test } from 'vitest';
import { filePattern } from '../../../../src/core/dataset/configuration/file-pattern.ts';

describe('a pattern of files means', () => {
  test.each([
    [
      'data/train.jsonl',
      ['data/train.jsonl', './data/train.jsonl'.slice(2)],
      ['train.jsonl', 'x/data/train.jsonl'],
    ],
    ['train.jsonl', ['train.jsonl', 'data/train.jsonl'], ['retrain.jsonl', 'train.jsonl/x']],
    ['/train.jsonl', ['train.jsonl'], ['data/train.jsonl']],
    ['./train.jsonl', ['train.jsonl'], ['data/train.jsonl']],
    ['*.csv', ['a.csv', 'x/y/b.csv'], ['a.csvx', 'acsv']],
    ['data/*.jsonl', ['data/a.jsonl'], ['data/x/a.jsonl', 'a.jsonl']],
    ['archive/**', ['archive/a.jsonl', 'archive/x/b.csv'], ['archived/a.jsonl', 'archive']],
    ['archive/', ['archive/a.jsonl', 'x/archive/b.csv'], ['archive']],
    ['**/old/*.jsonl', ['old/a.jsonl', 'x/y/old/a.jsonl'], ['bold/a.jsonl']],
    ['a?.jsonl', ['ab.jsonl'], ['a.jsonl', 'a/.jsonl']],
    ['a(1)[x]+{2}$.jsonl', ['a(1)[x]+{2}$.jsonl'], ['a1x.jsonl']],
    ['데이터/**', ['데이터/😀.jsonl'], ['데이/x']],
  ])('%s', (pattern, meant, others) => {
    const expression = filePattern(pattern);
    expect(meant.filter((each) => !expression.test(each))).toEqual([]);
    expect(others.filter((each) => expression.test(each))).toEqual([]);
  });
});
