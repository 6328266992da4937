import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampledRows } from '../../../../src/core/dataset/prepare/sampled-rows.ts';

const rows = (count: number) => Array.from({ length: count }, (_, n) => 3 * n + 1);

test('a sample has the very number of rows, all of them of the file', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.nat(), fc.nat(), (count, seed, some) => {
      const asked = 1 + (some % count);
      const taken = sampledRows(rows(count), { rows: asked }, seed);
      expect(taken.size).toBe(asked);
      expect([...taken].every((row) => rows(count).includes(row))).toBe(true);
    }),
  );
});

test('a larger sample of the same seed holds the smaller one', () => {
  const large = sampledRows(rows(100), { rows: 40 }, 5);
  const small = sampledRows(rows(100), { rows: 10 }, 5);
  expect([...small].every((row) => large.has(row))).toBe(true);
});

test('a share is rounded, and takes one row at least', () => {
  expect(sampledRows(rows(10), { fraction: 0.25 }, 0).size).toBe(3);
  expect(sampledRows(rows(10), { fraction: 0.001 }, 0).size).toBe(1);
});

test('every row is taken equally often', () => {
  const times = new Map<number, number>();
  for (let seed = 0; seed < 400; seed++)
    for (const row of sampledRows(rows(20), { rows: 10 }, seed)) times.set(row, (times.get(row) ?? 0) + 1);
  expect(Math.min(...times.values())).toBeGreaterThan(140);
  expect(Math.max(...times.values())).toBeLessThan(260);
});
