import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LengthTally } from '../../../../src/core/dataset/report/length-tally.ts';

function lengthsOf(values: readonly number[]) {
  const tally = new LengthTally();
  for (const [n, value] of values.entries()) tally.add(value, n + 1);
  return tally.spread();
}

test('nothing was counted, nothing is said', () => {
  expect(lengthsOf([])).toBeNull();
});

test('bins have their counts and first rows, without the empty ones at the ends', () => {
  expect(lengthsOf([12, 0, 75, 19])?.bins).toEqual([
    { from: 0, to: 0, count: 1, rows: 1, first: [2] },
    { from: 1, to: 9, count: 0, rows: 0, first: [] },
    { from: 10, to: 19, count: 2, rows: 2, first: [1, 4] },
    { from: 20, to: 49, count: 0, rows: 0, first: [] },
    { from: 50, to: 99, count: 1, rows: 1, first: [3] },
  ]);
});

test('the last bin is open', () => {
  expect(lengthsOf([7_000_000])?.bins).toEqual([
    { from: 5_000_000, to: null, count: 1, rows: 1, first: [1] },
  ]);
});

test('ten rows are kept of many, and a row with several texts counts once as a row', () => {
  const tally = new LengthTally();
  for (let row = 1; row <= 1000; row++) for (let n = 0; n < 3; n++) tally.add(4, row);
  expect(tally.spread()?.bins).toEqual([
    { from: 1, to: 9, count: 3000, rows: 1000, first: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] },
  ]);
});

test('shortest and longest are exact, percentiles exact below 512 and within 1 % above', () => {
  const length = fc.oneof(fc.nat(600), fc.nat(5_000_000));
  fc.assert(
    fc.property(fc.array(length, { minLength: 1 }), (values) => {
      const sorted = values.toSorted((a, b) => a - b);
      const found = lengthsOf(values);
      expect([found?.shortest, found?.longest]).toEqual([sorted[0], sorted.at(-1)]);
      for (const [name, share] of [
        ['p50', 0.5],
        ['p90', 0.9],
        ['p99', 0.99],
      ] as const) {
        const exact = sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
        expect(Math.abs((found?.[name] ?? NaN) - exact)).toBeLessThanOrEqual(exact < 512 ? 0 : exact / 100);
      }
    }),
  );
});
