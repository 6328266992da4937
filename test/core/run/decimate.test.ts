import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimate } from '../../../src/core/run/decimate.ts';

/** A line with steps that never go back, gaps and infinities in its values. */
const line = fc
  .array(
    fc.record({
      step: fc.integer({ min: 0, max: 3 }),
      value: fc.oneof(
        { weight: 8, arbitrary: fc.double({ noNaN: true }) },
        { weight: 1, arbitrary: fc.constant(NaN) },
      ),
    }),
    { minLength: 1, maxLength: 400 },
  )
  .map((points) => {
    let x = 0;
    const xs = points.map((point) => (x += point.step));
    return { xs, ys: points.map((point) => point.value) };
  });
const columns = fc.integer({ min: 1, max: 50 });

function whole(xs: readonly number[], ys: readonly number[], columns: number) {
  return decimate(xs, ys, xs[0] ?? 0, xs.at(-1) ?? 0, columns);
}

test('the first and the last number stay', () => {
  fc.assert(
    fc.property(line, columns, ({ xs, ys }, columns) => {
      const numbers = xs.map((x, i) => [x, ys[i]]).filter(([, y]) => !Number.isNaN(y));
      const left = whole(xs, ys, columns);
      const leftNumbers = [...left.xs].map((x, i) => [x, left.ys[i]]).filter(([, y]) => !Number.isNaN(y));
      expect(leftNumbers[0]).toEqual(numbers[0]);
      expect(leftNumbers.at(-1)).toEqual(numbers.at(-1));
    }),
    { verbose: true },
  );
});

test('no extreme is lost in any pixel column', () => {
  fc.assert(
    fc.property(line, columns, ({ xs, ys }, columns) => {
      const left = whole(xs, ys, columns);
      expect(extremes(left.xs, left.ys, xs, columns)).toEqual(extremes(xs, ys, xs, columns));
    }),
    { verbose: true },
  );
});

test('every NaN stays at its place', () => {
  fc.assert(
    fc.property(line, columns, ({ xs, ys }, columns) => {
      const left = whole(xs, ys, columns);
      expect([...left.xs].filter((_, i) => Number.isNaN(left.ys[i]))).toEqual(
        xs.filter((_, i) => Number.isNaN(ys[i])),
      );
    }),
    { verbose: true },
  );
});

test('x never goes back and what is left is part of the line', () => {
  fc.assert(
    fc.property(line, columns, ({ xs, ys }, columns) => {
      const left = whole(xs, ys, columns);
      let from = 0;
      for (const [i, x] of left.xs.entries()) {
        while (from < xs.length && !(xs[from] === x && Object.is(ys[from], left.ys[i]))) from++;
        expect(from).toBeLessThan(xs.length);
        from++;
      }
    }),
    { verbose: true },
  );
});

test('at most four numbers a pixel column are left', () => {
  fc.assert(
    fc.property(line, columns, ({ xs, ys }, columns) => {
      const left = whole(xs, ys, columns);
      const numbers = left.ys.filter((y) => !Number.isNaN(y));
      expect(numbers.length).toBeLessThanOrEqual(4 * columns);
    }),
    { verbose: true },
  );
});

test('what lies outside the range is left out', () => {
  const left = decimate([1, 2, 3, 4, 5], [10, 20, 30, 40, 50], 2, 4, 100);
  expect([...left.xs]).toEqual([2, 3, 4]);
  expect([...left.ys]).toEqual([20, 30, 40]);
});

test('a spike inside one pixel stays', () => {
  const xs = Array.from({ length: 100_000 }, (_, i) => i);
  const ys = xs.map((x) => (x === 54_321 ? 99 : Math.sin(x)));
  const left = whole(xs, ys, 300);
  expect([...left.ys]).toContain(99);
  expect(left.xs.length).toBeLessThanOrEqual(1200);
});

test('an empty line stays empty', () => {
  expect(decimate([], [], 0, 1, 100).xs).toHaveLength(0);
});

function extremes(
  xs: ArrayLike<number>,
  ys: ArrayLike<number>,
  whole: readonly number[],
  columns: number,
): Map<number, [number, number]> {
  const from = whole[0] ?? 0;
  const span = (whole.at(-1) ?? 0) - from;
  const found = new Map<number, [number, number]>();
  for (let i = 0; i < xs.length; i++) {
    const y = ys[i] ?? NaN;
    if (Number.isNaN(y)) continue;
    const column =
      span === 0 ? 0 : Math.min(columns - 1, Math.floor((((xs[i] ?? 0) - from) / span) * columns));
    const [low, high] = found.get(column) ?? [Infinity, -Infinity];
    found.set(column, [Math.min(low, y), Math.max(high, y)]);
  }
  return found;
}
