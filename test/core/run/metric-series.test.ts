import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MetricSeries } from '../../../src/core/run/metric-series.ts';

function point(step: number, value: number): { step: number; epoch: number; time: number; value: number } {
  return { step, epoch: step / 10, time: step * 1000, value };
}

test('points come out as they were put in', () => {
  const series = new MetricSeries();
  series.set(point(1, 3.5));
  series.set(point(2, NaN));
  expect([...series.column('step')]).toEqual([1, 2]);
  expect([...series.column('value')]).toEqual([3.5, NaN]);
  expect([...series.column('epoch')]).toEqual([0.1, 0.2]);
  expect([...series.column('time')]).toEqual([1000, 2000]);
});

test('a step that comes again replaces its earlier value', () => {
  const series = new MetricSeries();
  for (const step of [1, 2, 3]) series.set(point(step, step));
  series.set(point(2, 20));
  expect([...series.column('step')]).toEqual([1, 2, 3]);
  expect([...series.column('value')]).toEqual([1, 20, 3]);
});

test('negative indexes count from the end and there is nothing outside', () => {
  const series = new MetricSeries();
  expect(series.at(-1)).toBeUndefined();
  series.set(point(4, 2));
  expect(series.at(-1)).toEqual(point(4, 2));
  expect(series.at(-2)).toBeUndefined();
  expect(series.at(1)).toBeUndefined();
});

test('in any order of arrival the steps are sorted, each once, with its latest value', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.double()), { maxLength: 300 }),
      (pairs) => {
        const series = new MetricSeries();
        for (const [step, value] of pairs) series.set(point(step, value));
        const latest = [...new Map(pairs)].sort(([a], [b]) => a - b);
        expect([...series.column('step')]).toEqual(latest.map(([step]) => step));
        expect([...series.column('value')]).toEqual(latest.map(([, value]) => value));
      },
    ),
    { verbose: true },
  );
});
