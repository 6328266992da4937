import { fork } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { jobLogStream } from '../../../src/node/hub/job-log-stream.ts';
import { catchUp, keepFollowing } from '../../../src/node/run/keep-following.ts';
import { takeFollowLock } from '../../../src/node/run/follow-lock.ts';
import { RunReader } from '../../../src/node/run/run-reader.ts';
import { HubEmulator } from '../../kit/hub/hub-emulator.ts';
import { printEvents, runJobOf, shortPatience } from '../../kit/job-run.ts';

const count = 2_000;
let hub: HubEmulator;

beforeAll(async () => {
  const seed = Date.now() % 1_000_000;
  process.stdout.write(`emulator seed ${seed}\n`);
  hub = await HubEmulator.start({ seed });
});
beforeEach(() => hub.faults.clear());
afterAll(() => hub.stop());

async function follow(directory: string, connection: Parameters<typeof keepFollowing>[1]['connect']) {
  await keepFollowing(directory, {
    connect: connection,
    signal: AbortSignal.timeout(120_000),
    patience: shortPatience,
  });
}

function seqs(directory: string): number[] {
  const text = fs.readFileSync(path.join(directory, 'events.jsonl'), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).seq);
}

function stepsPrinted(directory: string): number[] {
  const text = fs.readFileSync(path.join(directory, 'output.log'), 'utf8');
  return [...text.matchAll(/^step (\d+) of \d+ 한글$/gm)].map((match) => Number(match[1]));
}

const everyStep = Array.from({ length: count }, (_, index) => index + 1);

describe('following a job', { timeout: 180_000 }, () => {
  it('brings in every event once and in order, and every line, over streams that drop and repeat', async () => {
    hub.faults.set('drop-stream', 60);
    hub.faults.set('repeat-events', true);
    const { directory, connection } = await runJobOf(hub, printEvents(count));
    await follow(directory, async () => connection);
    expect(seqs(directory)).toEqual(everyStep);
    expect(stepsPrinted(directory)).toEqual(everyStep);
    const { summary } = await new RunReader(directory).look();
    expect(summary).toMatchObject({ state: 'completed', step: count, loss: 1 / count });
  });

  it('goes on where a follower was killed', async () => {
    const { directory, connection } = await runJobOf(hub, printEvents(300, 0.01));
    for (let round = 0; round < 3; round++) {
      const child = fork('test/kit/follow-and-die.ts', [directory], {
        env: { ...process.env, HF_ENDPOINT: hub.endpoint, HF_TOKEN: hub.token, HF_HUB_OFFLINE: '' },
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      });
      await once(child, 'message');
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    await follow(directory, async () => connection);
    expect(seqs(directory)).toEqual(everyStep.slice(0, 300));
    expect(stepsPrinted(directory)).toEqual(everyStep.slice(0, 300));
  });

  it('says which events are gone where the log keeps its newest lines only', async () => {
    hub.faults.set('tail-replay', 4);
    const { directory, connection, record } = await runJobOf(hub, printEvents(60));
    const signal = AbortSignal.timeout(60_000);
    const options = { signal, idle: 10_000, follow: true };
    // Somebody else reads the whole log first; for whoever comes later it begins with its newest lines.
    for await (const lines of jobLogStream(connection, record.job!, options)) expect(lines).not.toEqual([]);
    await follow(directory, async () => connection);
    expect(seqs(directory)).toEqual(everyStep.slice(0, 60));
    const events = fs.readFileSync(path.join(directory, 'events.jsonl'), 'utf8');
    expect(events).toContain('log-gap');
  });

  it('tells the outcome from the stage where the runner said nothing', async () => {
    const { directory, connection } = await runJobOf(hub, 'import sys; print("no"); sys.exit(3)');
    await follow(directory, async () => connection);
    const { summary, outcome } = await new RunReader(directory).look();
    expect(summary.state).toBe('failed');
    expect(outcome?.id).toMatch(/^run\.jobs\.failed/);
  });

  it('is one process at a time, and the next one takes over', async () => {
    const { directory, connection } = await runJobOf(hub, printEvents(3));
    const first = await takeFollowLock(directory);
    expect(await takeFollowLock(directory)).toBeNull();
    await catchUp(directory, async () => connection);
    expect(fs.existsSync(path.join(directory, 'events.jsonl'))).toBe(false);
    await first?.release();
    await follow(directory, async () => connection);
    expect(seqs(directory)).toEqual([1, 2, 3]);
    expect(fs.existsSync(path.join(directory, 'follow.lock'))).toBe(false);
  });

  it('takes over the lock of a process that is gone', async () => {
    const { directory } = await runJobOf(hub, 'pass');
    const child = fork('test/kit/lock-and-die.ts', [directory]);
    await once(child, 'exit');
    expect(fs.existsSync(path.join(directory, 'follow.lock'))).toBe(true);
    const lock = await takeFollowLock(directory);
    expect(lock).not.toBeNull();
    await lock?.release();
  });

  it('sends no token to the address that a run directory names', async () => {
    const { directory, connection } = await runJobOf(hub, printEvents(1));
    const elsewhere = { ...connection, endpoint: 'http://127.0.0.1:1' };
    const before = hub.requests.length;
    await expect(catchUp(directory, async () => elsewhere)).rejects.toMatchObject({
      detail: { id: 'run.jobs.other-endpoint' },
    });
    expect(hub.requests.length).toBe(before);
  });
});
