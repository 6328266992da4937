import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fullBar, lossScale, percentOf } from '../../../src/webview/compare/loss-scale.ts';
import { heldOutRow, unmeasuredRow } from './compared-prompts.ts';

const loss = fc.double({ min: 1e-6, max: 1e6, noNaN: true });

describe('the scale of losses', () => {
  test.each([
    [[1.12, 2.91], 3, [0, 1, 2, 3]],
    [[0.3, 0.31], 0.4, [0, 0.1, 0.2, 0.3, 0.4]],
    [[11, 4], 15, [0, 5, 10, 15]],
    [[4, 1], 4, [0, 1, 2, 3, 4]],
  ] as const)('of %j ends at %d', ([before, after], max, ticks) => {
    expect(lossScale([heldOutRow(0, [[before, after]])])).toEqual({ max, ticks });
  });

  test('holds every loss, begins at 0, ends at a tick, and has few of them', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(loss, loss), { minLength: 1, maxLength: 20 }), (pairs) => {
        const rows = pairs.map((pair, i) => heldOutRow(i, [pair]));
        const { max, ticks } = lossScale(rows);
        expect(ticks[0]).toBe(0);
        expect(ticks.at(-1)).toBe(max);
        expect(ticks.length).toBeLessThanOrEqual(5);
        expect(ticks).toEqual(ticks.toSorted((a, b) => a - b));
        for (const each of pairs.flat()) expect(each).toBeLessThanOrEqual(max * (1 + 1e-9));
        expect(Math.max(...pairs.flat())).toBeGreaterThanOrEqual(max / 4);
      }),
    );
  });

  test('is there before anything is measured, and is not stretched by a loss that is no number', () => {
    expect(lossScale([unmeasuredRow(0)]).max).toBe(1);
    const broken = [heldOutRow(0, [[2, NaN]]), heldOutRow(1, [[2, Infinity]])];
    expect(lossScale(broken).max).toBe(2);
  });

  test('puts what is no number at its end', () => {
    const scale = lossScale([heldOutRow(0, [[4, 1]])]);
    expect([0, 1, 4, 9, NaN, Infinity].map((each) => percentOf(each, scale))).toEqual([
      0, 25, 100, 100, 100, 100,
    ]);
  });
});

describe('the full bar of the strips', () => {
  const many = (change: number, count: number) => Array.from({ length: count }, () => [change, 0] as const);

  test('is a round number that four of five changes fit into', () => {
    expect(fullBar([heldOutRow(0, [...many(2.7, 16), ...many(14, 4)])])).toBe(3);
    expect(fullBar([heldOutRow(0, [...many(2.7, 15), ...many(14, 5)])])).toBe(15);
  });

  test('counts a change for the worse as one for the better', () => {
    expect(fullBar([heldOutRow(0, [[0, 5.5]])])).toBe(6);
  });

  test('is 1 where there is nothing to measure it by', () => {
    expect(fullBar([])).toBe(1);
    expect(fullBar([heldOutRow(0, [[1, 1]])])).toBe(1);
    expect(fullBar([heldOutRow(0, [[1, NaN]])])).toBe(1);
  });
});
