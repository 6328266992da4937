import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linearAxis, logAxis, onAxis } from '../../src/webview/runs/loss-axis.ts';

test('a linear axis goes from 0 to a round number over the highest value', () => {
  expect(linearAxis([1, 5.71, NaN])).toEqual({ yMin: 0, yMax: 6, ySplits: [0, 2, 4, 6] });
  expect(linearAxis([])).toEqual(linearAxis([0]));
});

test('a log axis has ticks at 1, 2 and 5, and over more than two decades at powers of ten', () => {
  expect(logAxis([1.42, 5.71]).ySplits.map((y) => 10 ** y)).toEqual(
    [1, 2, 5, 10].map((y) => expect.closeTo(y)),
  );
  expect(logAxis([0.004, 5.71]).ySplits.map((y) => 10 ** y)).toEqual(
    [0.01, 0.1, 1, 10].map((y) => expect.closeTo(y)),
  );
});

test('an axis holds every value and has a few ticks within its ends', () => {
  const value = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(fc.array(value, { minLength: 1 }), fc.boolean(), (values, logScale) => {
      const axis = logScale ? logAxis(values) : linearAxis(values);
      for (const value of values) {
        expect(onAxis(value, logScale)).toBeGreaterThanOrEqual(axis.yMin - 1e-9);
        expect(onAxis(value, logScale)).toBeLessThanOrEqual(axis.yMax + 1e-9);
      }
      expect(axis.yMax).toBeGreaterThan(axis.yMin);
      expect(axis.ySplits.length).toBeGreaterThanOrEqual(2);
      expect(axis.ySplits.length).toBeLessThanOrEqual(logScale ? 14 : 8);
      for (const y of axis.ySplits) {
        expect(y).toBeGreaterThanOrEqual(axis.yMin - 1e-9);
        expect(y).toBeLessThanOrEqual(axis.yMax + Math.abs(axis.yMax) * 1e-9 + 1e-9);
      }
    }),
  );
});
