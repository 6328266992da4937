import { expect, test } from 'vitest';
import { formatChange, lossChange } from '../../../src/webview/compare/loss-change.ts';
import { barOf } from '../../../src/webview/compare/reference-strip.tsx';

test.each([
  [2, 1, 'better'],
  [1, 2, 'worse'],
  [1, 1, 'same'],
  [1, NaN, 'unknown'],
  [Infinity, 1, 'unknown'],
] as const)('a loss of %d that becomes %d is %s', (before, after, change) => {
  expect(lossChange({ before, after })).toBe(change);
});

test.each([
  [0.46, '+0.46'],
  [-1.234, '−1.23'],
  [-12.34, '−12.3'],
  [0.004, '0.00'],
  [-0.0049, '0.00'],
  [NaN, '—'],
])('a change of %d is written %s', (change, text) => {
  expect(formatChange(change)).toBe(text);
});

test('a bar is as high as the change, whole pixels, seen where anything changed, and never above the full one', () => {
  const bar = (before: number, after: number): number => barOf(['t', before, after], 3);
  expect([bar(3, 0), bar(0, 3), bar(1.5, 0), bar(1, 0.999), bar(1, 1), bar(9, 0)]).toEqual([
    18, 18, 9, 1, 0, 18,
  ]);
  expect(bar(1, NaN)).toBe(0);
});
