import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JobLogLine } from '../../../src/core/hub/job.ts';
import { JobEventQueue } from '../../../src/core/run/job-event-queue.ts';
import { jobLogEvent } from '../../../src/core/run/job-log-event.ts';
import { compareTimes, JobLogReplay, startOfJobLog } from '../../../src/core/run/job-log-position.ts';

const fixtures = path.resolve('test/fixtures/job-logs');
const nonce = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';

function eventsIn(lines: readonly string[]): string[] {
  const queue = new JobEventQueue(0);
  return lines.flatMap((line) => {
    const event = jobLogEvent(line, nonce);
    return event === null ? [] : queue.take(event);
  });
}

describe('the events of a job log', () => {
  const names = fs.readdirSync(fixtures).filter((name) => name.endsWith('.log'));
  test.each(names)('are read from %s as the runner wrote them', (name) => {
    const log = fs.readFileSync(path.join(fixtures, name), 'utf8');
    const wanted = fs.readFileSync(path.join(fixtures, name.replace('.log', '.jsonl')), 'utf8');
    expect(
      eventsIn(log.split('\n'))
        .map((json) => `${json}\n`)
        .join(''),
    ).toBe(wanted);
  });

  test('come in order and once, however they arrive', () => {
    const seed = Date.now();
    const order = fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 200 });
    fc.assert(
      fc.property(order, (seqs) => {
        const queue = new JobEventQueue(0);
        const everyOne = [...seqs, ...Array.from({ length: 30 }, (_, index) => index + 1)];
        const written = everyOne.flatMap((seq) =>
          queue.take({ kind: 'whole', seq, json: JSON.stringify({ seq }) }),
        );
        expect(written).toEqual(Array.from({ length: 30 }, (_, index) => JSON.stringify({ seq: index + 1 })));
        expect(queue.missing).toBeNull();
      }),
      { seed },
    );
  });

  test('that never come are said under their own numbers', () => {
    const queue = new JobEventQueue(1);
    expect(queue.take({ kind: 'whole', seq: 4, json: '{"seq":4}' })).toEqual([]);
    expect(queue.missing).toEqual({ first: 2, last: 3 });
    const given = queue.giveUpMissing('2026-11-25T22:00:00.000Z').map((json) => JSON.parse(json));
    expect(given.map((event) => event.seq)).toEqual([2, 3, 4]);
    expect(given[0]).toMatchObject({ type: 'warning', code: 'log-gap', v: 1 });
    expect(queue.missing).toBeNull();
  });

  test('are not made by a model that prints like the runner', () => {
    expect(jobLogEvent('tuning-fork: {"v":1,"seq":1}', '')).toBeNull();
    expect(jobLogEvent(`say tuning-fork:${nonce} {"v":1,"seq":1}`, nonce)).toBeNull();
    expect(jobLogEvent(`tuning-fork:${nonce} {"v":1,"seq":"1"}`, nonce)).toBeNull();
    expect(jobLogEvent(`tuning-fork:${nonce} no json`, nonce)).toBeNull();
  });
});

describe('a log that is replayed at each connection', () => {
  const log: JobLogLine[] = Array.from({ length: 40 }, (_, index) => ({
    data: `line ${index % 3}`,
    // Three lines share each time stamp, and some say the same as others elsewhere.
    timestamp: `2026-11-25T22:00:0${Math.floor(index / 30)}.${String(Math.floor(index / 3) % 10)}Z`,
  }));

  test('gives each line once, over connections that break anywhere and repeat anything', () => {
    const seed = Date.now();
    const breaks = fc.array(fc.record({ length: fc.nat(40), from: fc.nat(3) }), { maxLength: 8 });
    fc.assert(
      fc.property(breaks, (connections) => {
        let replay = new JobLogReplay(startOfJobLog);
        const taken: JobLogLine[] = [];
        for (const { length } of [...connections, { length: 40 }]) {
          replay = new JobLogReplay(replay.position);
          for (const line of log.slice(0, length)) {
            if (replay.takes(line)) taken.push(line);
            if (replay.takes(line)) taken.push(line);
          }
        }
        expect(taken).toEqual(log);
      }),
      { seed },
    );
  });

  test('orders time stamps whatever their number of decimals', () => {
    const times = ['2026-11-25T22:00:00Z', '2026-11-25T22:00:00.05Z', '2026-11-25T22:00:00.5Z'];
    expect(times.toSorted(compareTimes)).toEqual(times);
    expect(compareTimes('2026-11-25T22:00:00.5Z', '2026-11-25T22:00:00.500000Z')).toBe(0);
  });
});
