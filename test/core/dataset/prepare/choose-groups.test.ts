import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseGroups } from '../../../../src/core/dataset/prepare/choose-groups.ts';

function sumOf(sizes: readonly number[], target: number): number {
  const chosen = chooseGroups(sizes, target);
  return sizes.reduce((sum, size, n) => (chosen[n] === true ? sum + size : sum), 0);
}

/** Every sum that a selection of the sizes can have. */
function allSums(sizes: readonly number[]): number[] {
  return sizes.reduce((sums, size) => [...sums, ...sums.map((sum) => sum + size)], [0]);
}

test('the first groups that fit are chosen', () => {
  expect(chooseGroups([1, 5, 2, 1, 1], 4)).toEqual([true, false, true, true, false]);
});

test('where the first leave a rest, others are chosen that leave none', () => {
  expect(sumOf([4, 3, 3], 6)).toBe(6);
});

test('of two sums that are equally near, the smaller is taken', () => {
  expect(sumOf([2, 4], 3)).toBe(2);
});

test('one group of most rows is left out or taken whole, and the others fill what they can', () => {
  const singles = Array.from({ length: 400 }, () => 1);
  expect(sumOf([600, ...singles], 300)).toBe(300);
  expect(sumOf([...singles, 600], 900)).toBe(900);
  expect(sumOf([990, ...singles.slice(0, 10)], 300)).toBe(10);
});

test('where there are too many sizes to count through, the rest is filled as well', () => {
  const sizes = Array.from({ length: 900 }, (_, n) => 1000 + n);
  const target = 1_500_000;
  expect(target - sumOf([...sizes, 900_000], target)).toBeLessThan(1000);
});

test('no selection of whole groups is nearer', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(sizes, fc.nat(60), (each, target) => {
      const best = Math.min(...allSums(each).map((sum) => Math.abs(sum - target)));
      expect(Math.abs(sumOf(each, target) - target)).toBe(best);
    }),
    { numRuns: 500 },
  );
});
