import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { stringifyNonFiniteJson } from '../../../src/core/run/non-finite-json.ts';
import { outcomeSentence } from '../../../src/core/run/outcome-sentence.ts';
import type { RunEvent } from '../../../src/core/run/run-event.ts';
import type { RunRecord } from '../../../src/core/run/run-record.ts';
import { runSummary } from '../../../src/core/run/run-summary.ts';
import { emptyTally, tallyEvent } from '../../../src/core/run/run-tally.ts';
import { summarizeRun } from '../../../src/core/run/summarize-run.ts';
import { formatMessage } from '../../../src/core/text/format-message.ts';

const time = '2026-11-24T09:31:00.000Z';
const record: RunRecord = {
  version: 1,
  id: '20261124-093000-tiny-0001',
  name: 'tiny',
  launcher: 'local',
  recipe: 'tiny.sft.yaml',
  command: [],
  python: 'python',
  versions: {},
  pid: 1,
  startTicks: 1,
  bootId: 'b',
  hostname: 'h',
  uid: 0,
  createdAt: '2026-11-24T09:30:00.000Z',
  outputDir: '/out',
  data: [],
  templateSha256: null,
  tokenizerSha256: null,
};

type WithoutFrame<T> = T extends unknown ? Omit<T, 'v' | 'seq' | 'time'> : never;

function events(...list: WithoutFrame<RunEvent>[]): RunEvent[] {
  return list.map((event, index) => ({ v: 1, seq: index + 1, time, ...event }) as RunEvent);
}

function log(step: number, loss: number): WithoutFrame<RunEvent> {
  return { type: 'log', step, epoch: 1, metrics: { loss } };
}

function sentence(of: RunEvent[], alive = false, changes: Partial<RunRecord> = {}): string | null {
  const summary = summarizeRun({ ...record, ...changes }, of, alive);
  const message = outcomeSentence(summary, of.reduce(tallyEvent, emptyTally), {});
  return message === null ? null : formatMessage(message, 'en');
}

describe('the summary of a run', () => {
  it('has the newest step and losses and the total of the training phase', () => {
    const summary = summarizeRun(
      record,
      events(
        { type: 'phase', name: 'tokenizing', done: 5, total: 64 },
        { type: 'phase', name: 'training', done: 0, total: 12 },
        log(1, 3),
        { type: 'eval', step: 1, epoch: 1, metrics: { eval_loss: 2.9 } },
        log(2, 2.5),
        { type: 'log', step: 2, epoch: 1, metrics: { train_runtime: 5 } },
      ),
      true,
    );
    expect(summary).toMatchObject({ state: 'running', step: 2, maxSteps: 12, loss: 2.5, evalLoss: 2.9 });
    expect(summary.endedAt).toBeNull();
  });

  it('counts an event that comes twice once', () => {
    const [first] = events(log(1, 3));
    const [, second] = events(log(1, 3), log(2, 2));
    expect(summarizeRun(record, [first!, second!, first!], true)).toMatchObject({ step: 2, loss: 2 });
  });

  it('keeps a NaN loss through JSON', () => {
    const summary = summarizeRun(record, events(log(1, Number.NaN)), true);
    expect(v.parse(runSummary, JSON.parse(stringifyNonFiniteJson(summary)))).toEqual(summary);
    expect(summary.loss).toBeNaN();
  });
});

describe('the state of a run', () => {
  const stopped = events(log(1, 3), { type: 'ended', outcome: 'stopped' });

  it.each([
    ['no end and a process', [], true, {}, 'running'],
    ['no end and no process', [], false, {}, 'lost'],
    ['no end, no process, but asked to stop', [], false, { stopRequestedAt: time }, 'stopped'],
    ['stopped, but a process lives', stopped, true, {}, 'running'],
    ['stopped and no process', stopped, false, {}, 'stopped'],
    [
      'completed and a leftover process',
      events({ type: 'ended', outcome: 'completed' }),
      true,
      {},
      'completed',
    ],
    [
      'failed after it was asked to stop',
      events({ type: 'ended', outcome: 'failed' }),
      false,
      { stopRequestedAt: time },
      'failed',
    ],
  ] as const)('with %s', (_name, list, alive, changes, state) => {
    expect(summarizeRun({ ...record, ...changes }, list, alive).state).toBe(state);
  });
});

describe('the end of a run in one sentence', () => {
  const kept: WithoutFrame<RunEvent> = { type: 'checkpoint', step: 30, path: '/out/checkpoint-30' };

  it('says where it was stopped and what is kept', () => {
    const list = events(kept, log(40, 2), { type: 'ended', outcome: 'stopped' });
    expect(sentence(list)).toBe('Stopped by you at step 40; checkpoint-30 kept.');
    expect(sentence(list, true)).toBeNull();
  });

  it('says that nothing is kept', () => {
    expect(sentence(events(log(2, 2), { type: 'ended', outcome: 'stopped' }))).toContain('no checkpoint');
    expect(sentence(events({ type: 'ended', outcome: 'stopped' }))).toContain('before the first step');
  });

  it('names the checkpoint to go on from when the process vanished', () => {
    expect(sentence(events(kept, log(31, 2)))).toContain('go on from checkpoint-30');
  });

  it('names the row that TRL refused', () => {
    const ended: WithoutFrame<RunEvent> = {
      type: 'ended',
      outcome: 'failed',
      cause: 'bad-data',
      message: 'No.',
      row: 7,
    };
    expect(sentence(events(ended))).toBe('No. Correct the row and start the run again.');
  });

  it('gives the cure of a known cause and the words of an unknown one', () => {
    const failed = (cause: string): RunEvent[] =>
      events(log(3, 1), { type: 'ended', outcome: 'failed', cause, message: 'It broke.' });
    expect(sentence(failed('out-of-memory'))).toContain('per_device_train_batch_size');
    expect(sentence(failed('solar-flare'))).toBe('It broke. The log has the rest.');
    expect(sentence(events({ type: 'ended', outcome: 'failed' }))).toContain('without a reason');
  });
});
