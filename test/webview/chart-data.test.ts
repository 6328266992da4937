import { expect, test } from 'vitest';
import type { RunEvent } from '../../src/core/run/run-event.ts';
import { addEvents, newRunProgress } from '../../src/core/run/run-progress.ts';
import { chartData, type ChartData, type ChartOptions } from '../../src/webview/runs/chart-data.ts';
import { checkpointEvent, evalEvent, logEvent } from './run-events.ts';

function chartOf(events: readonly RunEvent[], options: Partial<ChartOptions> = {}): ChartData {
  const progress = newRunProgress();
  addEvents(progress, events);
  return chartData(progress, { x: 'step', smoothing: 0, logScale: false, width: 800, ...options });
}

test('lines and evaluations share one horizontal axis', () => {
  const { columns } = chartOf([logEvent(1, 3), logEvent(2, 2), evalEvent(9, 3, 2.5), logEvent(4, 1)]);
  expect(columns).toEqual([
    [1, 2, 3, 4],
    [3, 2, undefined, 1],
    [3, 2, undefined, 1],
    [undefined, undefined, 2.5, undefined],
  ]);
});

test('a loss that is no number is a gap with a mark', () => {
  const { columns, bad } = chartOf([logEvent(1, 3), logEvent(2, NaN), logEvent(3, Infinity), logEvent(4, 1)]);
  expect(columns[1]).toEqual([3, null, null, 1]);
  expect(bad).toEqual([2, 3]);
});

test('on a log scale values are powers of ten and what has none is a gap', () => {
  const { columns, evals } = chartOf([logEvent(1, 100), logEvent(2, 0), evalEvent(9, 2, 10)], {
    logScale: true,
  });
  expect(columns[1]).toEqual([2, null]);
  expect(evals).toEqual([{ x: 2, y: 1 }]);
});

test('x can be the epoch or the seconds since the start', () => {
  const events = [logEvent(1, 3, 100), logEvent(2, 2, 107)];
  expect(chartOf(events, { x: 'epoch' }).columns[0]).toEqual([0.1, 0.2]);
  expect(chartOf(events, { x: 'time' }).columns[0]).toEqual([0, 7]);
});

test('time never goes back in a run that was resumed', () => {
  const events = [logEvent(1, 3, 1), logEvent(2, 2, 2), logEvent(3, 2, 3), logEvent(2, 1.9, 60, 9)];
  expect(chartOf(events, { x: 'time' }).columns[0]).toEqual([0, 59]);
});

test('a checkpoint is marked at its step on any axis', () => {
  const events = [logEvent(1, 3, 100), logEvent(2, 2, 107), checkpointEvent(9, 2)];
  expect(chartOf(events).marks).toEqual([{ kind: 'checkpoint', x: 2 }]);
  expect(chartOf(events, { x: 'time' }).marks).toEqual([{ kind: 'checkpoint', x: 7 }]);
});

test('a run without points has an empty chart with axes', () => {
  expect(chartOf([])).toMatchObject({ columns: [[], [], [], []], xMax: 1, yMin: 0 });
});

test('a long run is thinned to its pixels, spikes included', () => {
  const events = Array.from({ length: 5000 }, (_, i) => logEvent(i + 1, i === 3210 ? 99 : 1));
  const { columns } = chartOf(events, { width: 100 });
  expect(columns[0].length).toBeLessThanOrEqual(800);
  expect(columns[1]).toContain(99);
});
