import { expect, test } from 'vitest';
import type { RunEvent } from '../../src/core/run/run-event.ts';
import { addEvents, newRunProgress, type RunProgress } from '../../src/core/run/run-progress.ts';
import { formatMessage } from '../../src/core/text/format-message.ts';
import { sayDuration, sayWholeSeconds } from '../../src/webview/kit/duration.ts';
import type { Say } from '../../src/webview/kit/words.ts';
import { metricCells, sparkline } from '../../src/webview/runs/metric-cells.ts';
import { evalEvent, logEvent, warningEvent } from './run-events.ts';

const say: Say = (id, args) => formatMessage({ id, args }, 'en');

function progressOf(...events: RunEvent[]): RunProgress {
  const progress = newRunProgress();
  addEvents(progress, events);
  return progress;
}

test('before the first step nothing is known', () => {
  expect(metricCells(newRunProgress(), say).map((cell) => cell.value)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
});

test('the newest values are shown, with the step of the evaluation', () => {
  const cells = metricCells(progressOf(logEvent(1, 3), logEvent(2, 2.5, 3), evalEvent(9, 2, 2.75)), say);
  expect(cells[0]?.value).toBe('2.50');
  expect(cells[1]).toMatchObject({ value: '2.75', beside: 'step 2' });
  expect(cells[5]?.value).toBe('2.0 s');
});

test('a loss that falls has a trend that falls', () => {
  const falling = progressOf(...[4, 3, 2, 1].map((loss, i) => logEvent(i + 1, loss)));
  expect(metricCells(falling, say)[0]?.beside).toMatch(/^▼ \d\.\d\d in 3 steps$/);
  const level = progressOf(...[2, 2, 2].map((loss, i) => logEvent(i + 1, loss)));
  expect(metricCells(level, say)[0]?.beside).toBeNull();
});

test('zeros that stand for losses that were no number are no falling trend', () => {
  const broken = progressOf(
    ...[5, 0, 0, 0].map((loss, i) => logEvent(i + 1, loss)),
    warningEvent(9, 'nan-loss', 'The loss of step 2 is not a finite number.'),
  );
  expect(metricCells(broken, say)[0]?.beside).toBeNull();
});

test('a sparkline stays in its box and breaks at what is no number', () => {
  expect(sparkline([0, 10], 72, 18)).toBe('M1.0 16.0L71.0 2.0');
  expect(sparkline([1, NaN, 2, 3], 72, 18).match(/M/g)).toHaveLength(2);
  expect(sparkline([5], 72, 18)).toBe('');
  expect(sparkline([5, 5], 72, 18)).toBe('M1.0 9.0L71.0 9.0');
});

test('times are shown as exactly as they are useful', () => {
  expect([0.02, 0.8, 2.24, 40, 89.6, 200, 5000].map((seconds) => sayDuration(seconds, say))).toEqual([
    '20 ms',
    '0.8 s',
    '2.2 s',
    '40 s',
    '1 min',
    '3 min',
    '83 min',
  ]);
  expect([2.24, 7300].map((seconds) => sayWholeSeconds(seconds, say))).toEqual(['2 s', '2 h 2 min']);
});
