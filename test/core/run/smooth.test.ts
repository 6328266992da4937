import fc from 'fast-check';
import { expect, test } from 'vitest';
import { smooth } from '../../../src/core/run/smooth.ts';

test('weight 0 leaves the line as it is', () => {
  expect([...smooth([3, 1, 2], 0)]).toEqual([3, 1, 2]);
});

test('the first values are not pulled to zero', () => {
  const smoothed = smooth([4, 4, 4, 4], 0.9);
  for (const value of smoothed) expect(value).toBeCloseTo(4, 12);
});

test('the second value is the average with its bias corrected', () => {
  // (0.8 · 0.2 · 1 + 0.2 · 2) / (1 − 0.8²) = 0.56 / 0.36
  expect(smooth([1, 2], 0.8)[1]).toBeCloseTo(0.56 / 0.36, 12);
});

test('NaN and infinities stay and do not touch what follows', () => {
  const withGaps = [...smooth([1, NaN, 2, Infinity, 3], 0.5)];
  expect(withGaps[1]).toBeNaN();
  expect(withGaps[3]).toBe(Infinity);
  expect([withGaps[0], withGaps[2], withGaps[4]]).toEqual([...smooth([1, 2, 3], 0.5)]);
});

test('a smoothed value lies between the extremes so far', () => {
  const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(value, { minLength: 1 }),
      fc.double({ min: 0, max: 0.99, noNaN: true }),
      (ys, weight) => {
        const smoothed = smooth(ys, weight);
        for (const [i, y] of smoothed.entries()) {
          const seen = ys.slice(0, i + 1);
          const slack = 1e-6;
          expect(y).toBeGreaterThanOrEqual(Math.min(...seen) - slack);
          expect(y).toBeLessThanOrEqual(Math.max(...seen) + slack);
        }
      },
    ),
    { verbose: true },
  );
});
