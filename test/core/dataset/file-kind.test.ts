import { expect, test } from 'vitest';
import { fileKind } from '../../../src/core/dataset/file-kind.ts';

test.each([
  ['data/train.jsonl', 'lines'],
  ['C:\\data\\train.ndjson', 'lines'],
  ['rows.json', 'json'],
  ['표.CSV', 'csv'],
  ['a.jsonl.parquet', 'parquet'],
])('%s is a dataset of kind %s', (path, kind) => {
  expect(fileKind(path)).toBe(kind);
});

test.each(['train.jsonl.bak', 'csv', 'train.jsonl/', 'train.', '', 'notes.txt', 'a.constructor'])(
  '%j is none',
  (path) => {
    expect(fileKind(path)).toBeNull();
  },
);
