import { fork } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { jobLogStream } from '../../../src/node/hub/job-log-stream.ts';
import { catchUp, keepFollowing } from '../../../src/node/run/keep-following.ts';
import { takeFollowLock } from '../../../src/node/run/follow-lock.ts';
import { mendEvents } from '../../../src/node/run/mend-events.ts';
import { changeRunRecord } from '../../../src/node/run/run-directory.ts';
import { RunReader } from '../../../src/node/run/run-reader.ts';
import { makeFolder } from '../../kit/fake-run.ts';
import { HubEmulator } from '../../kit/hub/hub-emulator.ts';
import { printEvents, runJobOf, shortPatience } from '../../kit/job-run.ts';
import { mountSmallDisk } from '../../kit/small-disk.ts';

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

describe('a follower of a job', { timeout: 60_000 }, () => {
  it('loses nothing on a full disk, says so, and goes on when there is room', async (context) => {
    const disk = mountSmallDisk(256);
    if (disk === null) return context.skip('a small disk cannot be mounted here');
    onTestFinished(() => disk.unmount());
    const { directory, connection } = await runJobOf(hub, printEvents(300), disk.folder);
    const filler = path.join(disk.folder, 'filler');
    fs.writeFileSync(filler, Buffer.alloc(224 * 1024));
    const problems: unknown[] = [];
    await keepFollowing(directory, {
      connect: async () => connection,
      signal: AbortSignal.timeout(50_000),
      patience: shortPatience,
      onProblem: (problem) => {
        problems.push(problem?.detail.id);
        if (problem?.detail.id === 'run.jobs.not-writable') fs.rmSync(filler, { force: true });
      },
    });
    expect(problems).toContain('run.jobs.not-writable');
    expect(seqs(directory)).toEqual(everyStep.slice(0, 300));
    expect(stepsPrinted(directory)).toEqual(everyStep.slice(0, 300));
  });

  it('stops writing and leaves the lock alone where another has taken it over', async () => {
    const { directory, connection } = await runJobOf(hub, printEvents(200, 0.02));
    const lock = path.join(directory, 'follow.lock');
    const stop = new AbortController();
    const following = keepFollowing(directory, {
      connect: async () => connection,
      signal: stop.signal,
      patience: shortPatience,
    });
    while (!fs.existsSync(path.join(directory, 'events.jsonl'))) await delay(5);
    const theirs = JSON.stringify({ pid: 1, startTicks: 1, bootId: null, hostname: 'another-computer' });
    fs.writeFileSync(lock, theirs);
    const size = await whenQuiet(path.join(directory, 'events.jsonl'));
    expect(size).toBeLessThan(seqsSize(200));
    stop.abort();
    await following;
    expect(fs.readFileSync(lock, 'utf8')).toBe(theirs);
  });

  it('finds the job of a launch that was not answered, however long ago that was', async () => {
    const { directory, connection } = await runJobOf(hub, printEvents(3));
    await changeRunRecord(directory, { job: null, createdAt: '2026-01-01T00:00:00.000Z' });
    expect((await new RunReader(directory).look()).summary.state).toBe('running');
    await follow(directory, async () => connection);
    expect((await new RunReader(directory).look()).summary).toMatchObject({ state: 'completed', step: 3 });
  });

  it('gives a launch up only after the Hub has said that there is no job of it', async () => {
    const { directory, connection, record } = await runJobOf(hub, 'pass');
    const id = record.id.replace(/....$/, '0000');
    const changed = { id, job: null, createdAt: '2026-01-01T00:00:00.000Z' };
    const other = path.join(path.dirname(directory), id);
    fs.renameSync(directory, other);
    await changeRunRecord(other, changed);
    hub.faults.set('server-error', true);
    await catchUp(other, async () => ({ ...connection, fetch: globalThis.fetch }));
    expect((await new RunReader(other).look()).summary.state).toBe('running');
    hub.faults.clear();
    await follow(other, async () => connection);
    const { summary, outcome } = await new RunReader(other).look();
    expect([summary.state, outcome?.id]).toEqual(['lost', 'run.jobs.lost']);
  });

  it('that does not stay brings in what a job has said so far', async () => {
    const { directory, connection } = await runJobOf(hub, `${printEvents(5)}\ntime.sleep(60)`);
    for (let step = 0; step < 5;) {
      await catchUp(directory, async () => connection);
      step = (await new RunReader(directory).look()).summary.step ?? 0;
    }
    expect(seqs(directory)).toEqual([1, 2, 3, 4, 5]);
    expect(stepsPrinted(directory)).toEqual([1, 2, 3, 4, 5]);
    expect((await new RunReader(directory).look()).summary.state).toBe('running');
  });
});

describe('mending events.jsonl', () => {
  it.each([
    ['nothing', '', 0, ''],
    ['whole lines', '{"seq":1}\n{"seq":2}\n', 2, '{"seq":1}\n{"seq":2}\n'],
    ['half a last line', '{"seq":1}\n{"seq":2,"m', 1, '{"seq":1}\n'],
    ['half a character', '{"seq":1}\n{"m":"\u00ed', 1, '{"seq":1}\n'],
    ['half a first line', '{"se', 0, ''],
  ])('%s', async (_name, before, seq, after) => {
    const file = path.join(makeFolder(), 'events.jsonl');
    fs.writeFileSync(file, before, 'latin1');
    expect(await mendEvents(file)).toBe(seq);
    expect(fs.readFileSync(file, 'latin1')).toBe(after);
  });

  it('reads no more than the end of a file that fits into no string', async () => {
    const file = path.join(makeFolder(), 'events.jsonl');
    fs.writeFileSync(file, '');
    const bytes = 3 * 2 ** 30;
    fs.truncateSync(file, bytes);
    fs.appendFileSync(file, '\n{"seq":999999}\n{"seq":1000000,');
    expect(await mendEvents(file)).toBe(999_999);
    expect(fs.statSync(file).size).toBe(bytes + '\n{"seq":999999}\n'.length);
  });
});

/** Size of a file once it has not grown for a while: the follower asks for its lock ten times in that time. */
async function whenQuiet(file: string): Promise<number> {
  for (let size = -1; ;) {
    const next = fs.statSync(file).size;
    if (next === size) return size;
    size = next;
    await delay(1_000);
  }
}

/** Bytes that the events 1 to `count` have at least. */
function seqsSize(count: number): number {
  return count * '{"v": 1, "seq": 1, "time": "2026-11-25T22:00:00.000Z", "type": "log"}'.length;
}
