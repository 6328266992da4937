import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { RunReader } from '../../../src/node/run/run-reader.ts';
import { makeFolder } from '../../kit/fake-run.ts';
import { madeRunRecord } from '../../kit/made-run-record.ts';

const started = { v: 1, seq: 1, time: '2026-11-24T09:30:00.000Z', type: 'started', pid: 2 ** 22 + 1 };

/** A run whose process is gone and that wrote no end. */
function deadRun(): { directory: string; write: (told: object) => void } {
  const directory = path.join(makeFolder(), 'run');
  fs.mkdirSync(directory);
  const record = madeRunRecord({ id: 'run', outputDir: 'out', pid: 2 ** 22 + 1, startTicks: 1 });
  const write = (told: object): void =>
    fs.writeFileSync(path.join(directory, 'run.json'), JSON.stringify({ ...record, ...told }));
  write({});
  fs.writeFileSync(path.join(directory, 'events.jsonl'), `${JSON.stringify(started)}\n`);
  return { directory, write };
}

describe('a run whose process is gone without an end', () => {
  it('is lost', async () => {
    const { directory } = deadRun();
    expect((await new RunReader(directory).look()).summary.state).toBe('lost');
  });

  it('was stopped if somebody has said so, also while it was being looked at', async () => {
    const { directory, write } = deadRun();
    const stop = (): void => write({ stopRequestedAt: '2026-11-24T09:30:01.000Z' });
    expect((await new RunReader(directory).look(stop)).summary.state).toBe('stopped');
  });
});
