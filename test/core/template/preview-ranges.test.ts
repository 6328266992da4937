import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  commonLength,
  firstRangeAfter,
  sharedRanges,
  tokenRanges,
  unitRanges,
} from '../../../src/core/template/preview-ranges.ts';

describe('generation spans as ranges', () => {
  test('count UTF-16 units where Python counts code points', () => {
    expect(unitRanges('<s>😀a😀b</s>', [[4, 6]])).toEqual([5, 8]);
  });

  test('are merged and put in order, as transformers leaves them overlapping, unordered and empty', () => {
    const spans: [number, number][] = [
      [3, 5],
      [1, 4],
      [2, 2],
      [1, 2],
    ];
    expect(unitRanges('abcdef', spans)).toEqual([1, 5]);
  });

  test('never leave the text, and rise', () => {
    const span = fc.tuple(fc.nat(30), fc.nat(30));
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), fc.array(span), (text, spans) => {
        const ranges = unitRanges(text, spans);
        expect(ranges).toEqual(ranges.toSorted((a, b) => a - b));
        expect(ranges.length % 2).toBe(0);
        expect(new Set(ranges).size).toBe(ranges.length);
        expect(ranges.at(-1) ?? 0).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('special tokens', () => {
  test('are found each alone, the longest that fits', () => {
    expect(tokenRanges('<|a|><|a', ['<|a', '<|a|>'])).toEqual([0, 5, 5, 8]);
  });

  test('are known by their form as well', () => {
    expect(tokenRanges('x<|im_end|><｜User｜>', [])).toEqual([1, 11, 11, 19]);
    expect(tokenRanges('a <| b |> c', [])).toEqual([]);
  });

  test('are texts, no patterns', () => {
    expect(tokenRanges('a.c abc [c]', ['a.c', '[c]'])).toEqual([0, 3, 8, 11]);
  });
});

test('what two lists of ranges share lies in both', () => {
  expect(sharedRanges([0, 4, 6, 9], [2, 7, 8, 20])).toEqual([2, 4, 6, 7, 8, 9]);
  expect(sharedRanges([0, 4], [4, 6])).toEqual([]);
});

test('the first range that ends after an offset', () => {
  const ranges = [2, 4, 4, 6, 10, 12];
  expect([0, 3, 4, 6, 11, 12].map((offset) => firstRangeAfter(ranges, offset))).toEqual([0, 0, 2, 4, 4, 6]);
});

test('the beginning that two texts have in common', () => {
  expect([commonLength('abc', 'abd'), commonLength('ab', 'abc'), commonLength('', 'a')]).toEqual([2, 2, 0]);
});
