import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isRunId } from '../../../src/core/run/run-id.ts';
import { processTable } from '../../../src/node/process/process-table.ts';
import { changeRunRecord, runsFolder } from '../../../src/node/run/run-directory.ts';
import { RunReader } from '../../../src/node/run/run-reader.ts';
import { stopRun } from '../../../src/node/run/stop-run.ts';
import { makeFolder } from '../../kit/fake-run.ts';

interface OwnScript {
  readonly directory: string;
  readonly child: ChildProcess;
}

/** A script that waits, run by `python -m tuning_fork run`, in the process group of this test as in that of a shell. */
async function startScript(body: string): Promise<OwnScript> {
  const folder = makeFolder();
  fs.writeFileSync(path.join(folder, '나의 train.py'), `${body}\n`);
  const child = spawn('python3', ['-m', 'tuning_fork', 'run', '나의 train.py'], {
    cwd: folder,
    env: { ...process.env, PYTHONPATH: path.resolve('python'), PYTHONDONTWRITEBYTECODE: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  const [id = ''] = fs.readdirSync(runsFolder(folder));
  return { directory: path.join(runsFolder(folder), id), child };
}

const waiting = 'import time\nprint("ready", flush=True)\ntime.sleep(600)';

describe('an own script that records itself', () => {
  it('is a run with a valid id that lives while its process does', async () => {
    const { directory, child } = await startScript(waiting);
    expect(isRunId(path.basename(directory))).toBe(true);
    const { record, summary, liveness } = await new RunReader(directory).look();
    expect(record).toMatchObject({ observed: true, launcher: 'local', pid: child.pid });
    expect(summary.state).toBe('running');
    expect(liveness).toMatchObject({ kind: 'observed', pid: child.pid });
  });

  it('is stopped alone: its group goes on, its finally runs, and it ends with 143', async () => {
    const cleanUp = 'try:\n    time.sleep(600)\nfinally:\n    open("cleaned-up", "w").close()';
    const { directory, child } = await startScript(waiting.replace('time.sleep(600)', cleanUp));
    const exit = once(child, 'exit');
    const { summary } = await stopRun(directory);
    expect(summary.state).toBe('stopped');
    expect(await exit).toEqual([143, null]);
    expect(fs.existsSync(path.resolve(directory, '../../../cleaned-up'))).toBe(true);
    expect((await processTable.read(process.pid))?.pid).toBe(process.pid);
  });

  it('is killed where it does not listen, and still counts as stopped', async () => {
    const deaf = 'import signal\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\n';
    const { directory } = await startScript(deaf + waiting);
    const { summary } = await stopRun(directory, { term: 300, kill: 5_000 });
    expect(summary.state).toBe('stopped');
  });

  it('is not signalled where its pid belongs to a later process', async () => {
    const { directory, child } = await startScript(waiting);
    await changeRunRecord(directory, { startTicks: 1 });
    await expect(stopRun(directory)).rejects.toMatchObject({
      detail: { id: 'run.stop.foreign', args: { difference: 'start time' } },
    });
    expect(child.exitCode).toBeNull();
  });

  it('is lost when it is killed', async () => {
    const { directory, child } = await startScript(waiting);
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
    expect((await new RunReader(directory).look()).summary.state).toBe('lost');
  });
});
