import { expect, test } from 'vitest';
import { readSampleAmount, readSeed, readShare } from '../../../../src/core/dataset/prepare/read-amount.ts';

test.each([
  ['0.05', 0.05],
  ['.5', 0.5],
  ['5 %', 0.05],
  [' 12.5% ', 0.125],
  ['1', null],
  ['100%', null],
  ['0', null],
  ['-0.1', null],
  ['5e-2', null],
  ['a', null],
  ['', null],
])('"%s" is a share: %s', (text, share) => {
  expect(readShare(text)).toBe(share);
});

test.each([
  ['200', { rows: 200 }],
  ['1', { rows: 1 }],
  ['10 %', { fraction: 0.1 }],
  ['100%', { fraction: 1 }],
  ['0.25', { fraction: 0.25 }],
  ['0', null],
  ['1.5', null],
  ['200 rows', null],
  ['9007199254740993', null],
])('"%s" is an amount of rows: %j', (text, amount) => {
  expect(readSampleAmount(text)).toEqual(amount);
});

test.each([
  ['0', 0],
  [' 42 ', 42],
  ['-1', null],
  ['1.5', null],
  ['', null],
])('"%s" is a seed: %s', (text, seed) => {
  expect(readSeed(text)).toBe(seed);
});
