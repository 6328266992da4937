import { expect, test } from 'vitest';
import { formatCount, formatMetric, formatRate, formatShare } from '../../src/webview/kit/format-metric.ts';

test('a metric shows the digits that a reader needs', () => {
  const shown = [5.714, 1.42, 12.34, 1234.5, 0.01234, 3.1e-6, 0, -0.5, 2.5e8].map(formatMetric);
  expect(shown).toEqual(['5.71', '1.42', '12.3', '1,235', '0.0123', '3.1e-6', '0', '-0.50', '2.5e+8']);
});

test('what is no finite number is named', () => {
  expect([NaN, Infinity, -Infinity].map(formatMetric)).toEqual(['NaN', 'Infinity', '-Infinity']);
  expect(formatRate(NaN)).toBe('NaN');
  expect(formatCount(NaN)).toBe('NaN');
});

test('a learning rate is a power of ten', () => {
  expect([0.00074, 2e-5, 0].map(formatRate)).toEqual(['7.4e-4', '2.0e-5', '0']);
});

test('large counts are cut to thousands and millions', () => {
  expect([812, 9999, 12_400, 999_949, 999_950, 3_140_000, 2e9].map(formatCount)).toEqual([
    '812',
    '9,999',
    '12.4k',
    '999.9k',
    '1.0M',
    '3.1M',
    '2.0G',
  ]);
});

test('a share that is not nothing is never shown as nothing', () => {
  expect([0, 0.004, 0.05, 0.894, 1].map(formatShare)).toEqual(['0 %', '<1 %', '5 %', '89 %', '100 %']);
});
