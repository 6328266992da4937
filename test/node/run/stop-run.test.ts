import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { HumanError } from '../../../src/core/text/human-error.ts';
import { processTable } from '../../../src/node/process/process-table.ts';
import { followRun } from '../../../src/node/run/follow-run.ts';
import { LocalLauncher } from '../../../src/node/run/local-launcher.ts';
import { changeRunRecord, readRunRecord } from '../../../src/node/run/run-directory.ts';
import { RunReader } from '../../../src/node/run/run-reader.ts';
import { stopRun } from '../../../src/node/run/stop-run.ts';
import { fakePythonFolder, fakeRequest, makeFolder, type FakeRun } from '../../kit/fake-run.ts';

const launcher = new LocalLauncher({ python: fakePythonFolder });

/** A run that has logged its three steps. */
async function startedRun(kind: FakeRun): Promise<{ directory: string; group: number }> {
  const { directory } = await launcher.launch(fakeRequest(makeFolder(), kind));
  await new Promise<void>((resolve) => {
    const followed = followRun(directory, (update) => {
      if (update.summary.step === 3) resolve();
    });
    onTestFinished(() => followed.dispose());
  });
  return { directory, group: (await readRunRecord(directory))?.pid ?? 0 };
}

async function refusal(stopping: Promise<unknown>): Promise<unknown> {
  const error = await stopping.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof HumanError ? error.detail : error;
}

describe('stopping a run', () => {
  it('comes back when it has ended as stopped and no process lives', async () => {
    const { directory, group } = await startedRun('forever');
    const { summary, outcome } = await stopRun(directory);
    expect(summary).toMatchObject({ state: 'stopped', step: 3 });
    expect(outcome).toEqual({ id: 'run.stopped.checkpoint', args: { step: 3, checkpoint: 'checkpoint-3' } });
    expect(await processTable.group(group)).toEqual([]);
  });

  it('kills what does not listen and still calls it stopped', async () => {
    const { directory, group } = await startedRun('stubborn');
    const { summary } = await stopRun(directory, { term: 300, kill: 5_000 });
    expect(summary.state).toBe('stopped');
    expect(await processTable.group(group)).toEqual([]);
  });

  it('may be asked for twice at once', async () => {
    const { directory } = await startedRun('forever');
    const both = await Promise.all([stopRun(directory), stopRun(directory)]);
    expect(both.map((status) => status.summary.state)).toEqual(['stopped', 'stopped']);
  });

  it('leaves a run alone that has ended', async () => {
    const handle = await launcher.launch(fakeRequest(makeFolder(), 'complete'));
    await handle.ended;
    expect(await handle.stop()).toMatchObject({ state: 'completed' });
  });

  it('ends the children of a leader that died', async () => {
    const { directory, group } = await startedRun('orphan');
    expect((await new RunReader(directory).look()).summary.state).toBe('running');
    await stopRun(directory);
    expect(await processTable.group(group)).toEqual([]);
  });
});

describe.runIf(process.platform === 'linux')('a pid that belongs to somebody else', () => {
  async function runWithPidOfStranger(
    changes: (ticks: number) => object,
  ): Promise<{ directory: string; pid: number }> {
    const { directory, ended } = await launcher.launch(fakeRequest(makeFolder(), 'vanish'));
    await ended;
    const stranger = spawn('sleep', ['600'], { detached: true, stdio: 'ignore' });
    onTestFinished(() => void stranger.kill('SIGKILL'));
    const pid = stranger.pid ?? 0;
    const ticks = (await processTable.read(pid))?.startTicks ?? 0;
    await changeRunRecord(directory, { pid, ...changes(ticks) });
    return { directory, pid };
  }

  it.each([
    ['start time', () => ({})],
    ['boot id', (startTicks: number) => ({ startTicks, bootId: 'another' })],
    ['user', (startTicks: number) => ({ startTicks, uid: 4_000_000 })],
    ['command line', (startTicks: number) => ({ startTicks })],
  ])('is not signalled: the %s differs', async (difference, changes) => {
    const { directory, pid } = await runWithPidOfStranger(changes);
    expect(await refusal(stopRun(directory))).toMatchObject({
      id: 'run.stop.foreign',
      args: { pid: String(pid), difference },
    });
    expect(await processTable.read(pid)).not.toBeNull();
    expect((await new RunReader(directory).look()).summary.state).toBe('lost');
  });

  it('is not signalled: the host differs', async () => {
    const { directory, pid } = await runWithPidOfStranger((startTicks) => ({
      startTicks,
      hostname: 'elsewhere',
    }));
    expect(await refusal(stopRun(directory))).toMatchObject({ id: 'run.stop.elsewhere' });
    expect(await processTable.read(pid)).not.toBeNull();
  });
});

describe('a run that nobody stopped', () => {
  it('is lost when its process vanishes', async () => {
    const { ended } = await launcher.launch(fakeRequest(makeFolder(), 'vanish'));
    expect(await ended).toMatchObject({ state: 'lost', step: 3, endedAt: null });
  });

  it('is found by its rank 0 where the launcher died before it noted the pid', async () => {
    const { directory, group } = await startedRun('forever');
    await changeRunRecord(directory, { pid: null, startTicks: null, bootId: null });
    const reader = new RunReader(directory);
    await reader.look();
    expect((await reader.look()).liveness).toMatchObject({ kind: 'alive', group });
    await stopRun(directory);
    expect(await processTable.group(group)).toEqual([]);
  });

  it('is no run without a run.json', async () => {
    const folder = makeFolder();
    fs.mkdirSync(path.join(folder, 'empty'));
    expect(await refusal(stopRun(path.join(folder, 'empty')))).toMatchObject({ id: 'run.unreadable' });
  });
});
