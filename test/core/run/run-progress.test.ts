import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RunEvent } from '../../../src/core/run/run-event.ts';
import {
  addEvents,
  newRunProgress,
  secondsLeft,
  stepSeconds,
  type RunProgress,
} from '../../../src/core/run/run-progress.ts';

/** An event without what every event has. */
type Content<E = RunEvent> = E extends RunEvent ? Omit<E, 'v' | 'seq' | 'time'> & { at: number } : never;

/** Events in order, `at` seconds after the start. */
function events(contents: readonly Content[], firstSeq = 1): RunEvent[] {
  return contents.map(
    ({ at, ...content }, i) =>
      ({ v: 1, seq: firstSeq + i, time: new Date(at * 1000).toISOString(), ...content }) as RunEvent,
  );
}

function progressOf(...contents: Content[]): RunProgress {
  const progress = newRunProgress();
  addEvents(progress, events(contents));
  return progress;
}

function log(at: number, step: number, loss: number): Content {
  return { at, type: 'log', step, epoch: step / 4, metrics: { loss } };
}

test('a phase ends where the next one begins', () => {
  const progress = progressOf(
    { at: 0, type: 'phase', name: 'checking' },
    { at: 1.5, type: 'phase', name: 'tokenizing', done: 0, total: 1800 },
    { at: 3, type: 'phase', name: 'tokenizing', done: 1200, total: 1800 },
  );
  expect(progress.phases).toEqual([
    { name: 'checking', start: 0, end: 1500, done: null, total: null },
    { name: 'tokenizing', start: 1500, end: null, done: 1200, total: 1800 },
  ]);
});

test('the end of the run ends the last phase', () => {
  const progress = progressOf(
    { at: 1, type: 'phase', name: 'saving' },
    { at: 2, type: 'ended', outcome: 'completed' },
  );
  expect(progress.phases[0]?.end).toBe(2000);
  expect(progress.outcome).toBe('completed');
});

test('training and evaluation metrics are kept apart by name', () => {
  const progress = progressOf(log(1, 1, 3), log(2, 2, 2), {
    at: 3,
    type: 'eval',
    step: 2,
    epoch: 0.5,
    metrics: { eval_loss: 2.5 },
  });
  expect([...(progress.logs.get('loss')?.column('value') ?? [])]).toEqual([3, 2]);
  expect(progress.evals.get('eval_loss')?.at(-1)).toEqual({ step: 2, epoch: 0.5, time: 3000, value: 2.5 });
});

test('a resumed run that logs a step again stays one line with the later value', () => {
  const progress = progressOf(log(1, 1, 3), log(2, 2, 2.5), log(3, 3, 2.4), log(60, 2, 2.6));
  const loss = progress.logs.get('loss');
  expect([...(loss?.column('step') ?? [])]).toEqual([1, 2, 3]);
  expect([...(loss?.column('value') ?? [])]).toEqual([3, 2.6, 2.4]);
  expect(progress.lastStep).toBe(2);
});

test('a warning stands at the last step before it', () => {
  const progress = progressOf(
    { at: 0, type: 'warning', code: 'small-data', message: 'few rows' },
    log(1, 7, 3),
    { at: 2, type: 'warning', code: 'spike', message: 'a spike' },
  );
  expect(progress.warnings.map((warning) => warning.step)).toEqual([null, 7]);
});

test('a checkpoint that is written again is listed once, last', () => {
  const progress = progressOf(
    { at: 1, type: 'checkpoint', step: 3, path: 'checkpoint-3' },
    { at: 2, type: 'checkpoint', step: 6, path: 'checkpoint-6' },
    { at: 3, type: 'checkpoint', step: 3, path: 'checkpoint-3' },
  );
  expect(progress.checkpoints.map((mark) => mark.path)).toEqual(['checkpoint-6', 'checkpoint-3']);
});

test('however events are cut into batches and repeated, each counts once', () => {
  const all = events([
    { at: 0, type: 'phase', name: 'training', done: 0, total: 12 },
    log(1, 1, 3),
    { at: 2, type: 'warning', code: 'spike', message: 'a spike' },
    log(3, 2, NaN),
    { at: 4, type: 'checkpoint', step: 2, path: 'checkpoint-2' },
    log(5, 3, 2),
    { at: 6, type: 'ended', outcome: 'stopped' },
  ]);
  const whole = newRunProgress();
  addEvents(whole, all);
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(all.length), fc.nat(all.length))), (batches) => {
      const progress = newRunProgress();
      let known = 0;
      for (const [a, b] of batches) {
        const from = Math.min(a, b, known);
        const to = Math.max(a, b);
        addEvents(progress, all.slice(from, to));
        known = Math.max(known, to);
      }
      addEvents(progress, all.slice(known));
      expect(flat(progress)).toEqual(flat(whole));
    }),
    { verbose: true },
  );
});

test('the time left follows the pace of the training phase, evaluations included', () => {
  const progress = progressOf(
    { at: 0, type: 'phase', name: 'training' },
    log(10, 1, 3),
    log(12, 2, 2),
    log(18, 3, 2),
  );
  expect(secondsLeft(progress, 13)).toBe(40);
});

test('one logged step already gives an estimate', () => {
  const progress = progressOf({ at: 0, type: 'phase', name: 'training' }, log(10, 5, 3));
  expect(secondsLeft(progress, 15)).toBe(20);
});

test('a resumed run is estimated from its own steps', () => {
  const progress = progressOf(
    { at: 0, type: 'phase', name: 'training' },
    log(1, 1, 3),
    log(2, 2, 3),
    { at: 1000, type: 'phase', name: 'loading-model' },
    { at: 1005, type: 'phase', name: 'training' },
    log(1010, 3, 3),
    log(1015, 4, 3),
  );
  expect(secondsLeft(progress, 6)).toBe(10);
});

test('there is no estimate before the first step, without a last step and after the end', () => {
  expect(secondsLeft(progressOf({ at: 0, type: 'phase', name: 'training' }), 10)).toBeNull();
  const running = progressOf({ at: 0, type: 'phase', name: 'training' }, log(1, 1, 3));
  expect(secondsLeft(running, null)).toBeNull();
  addEvents(running, events([{ at: 2, type: 'ended', outcome: 'completed' }], 9));
  expect(secondsLeft(running, 10)).toBeNull();
});

test('the time of a step is the time between two points over the steps between them', () => {
  expect(stepSeconds(progressOf(log(0, 1, 3), log(2, 2, 3), log(8, 5, 3)))).toEqual([2, 2]);
});

function flat(progress: RunProgress): unknown {
  const loss = progress.logs.get('loss');
  return {
    phases: progress.phases,
    steps: [...(loss?.column('step') ?? [])],
    losses: [...(loss?.column('value') ?? [])],
    warnings: progress.warnings,
    checkpoints: progress.checkpoints,
    outcome: progress.outcome,
  };
}
