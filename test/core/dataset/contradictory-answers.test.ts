import { expect, test } from 'vitest';
import { lintBytes } from '../../../src/core/dataset/linter.ts';
import { mostRelated } from '../../../src/core/dataset/rules/contradictory-answers.ts';

test('each row of a prompt with different answers names all the others', () => {
  const rows = Array.from({ length: 300 }, (_, n) => `{"prompt":"Hi","completion":"Answer ${n}"}`);
  const { findings } = lintBytes(new TextEncoder().encode(rows.join('\n')), {
    path: '',
    only: ['contradictory-answers'],
  });
  expect(findings).toHaveLength(300);
  for (const { row, related } of findings) {
    const others = Array.from({ length: 300 }, (_, n) => n + 1).filter((each) => each !== row);
    expect(related?.map((each) => each.row)).toEqual(others);
  }
});

test('names fewer, but a hundred at least, where they would be millions in all', () => {
  const inAll = (sizes: readonly number[]) => {
    const most = mostRelated(sizes);
    return sizes.reduce((sum, size) => sum + size * Math.min(size - 1, most), 0);
  };
  expect(mostRelated([])).toBeGreaterThanOrEqual(100);
  expect(mostRelated([1414])).toBeGreaterThanOrEqual(1413);
  expect(mostRelated([100_000])).toBe(100);
  expect(mostRelated([500, ...Array<number>(100_000).fill(2)])).toBeGreaterThanOrEqual(499);
  expect(inAll([5000, 4000, 30])).toBeLessThanOrEqual(2_000_000);
  expect(inAll([5000, 4000, 30])).toBeGreaterThan(1_900_000);
});
