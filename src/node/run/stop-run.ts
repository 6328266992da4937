import { setTimeout as delay } from 'node:timers/promises';
import { HumanError } from '../../core/text/human-error.ts';
import { launchError } from './launch-error.ts';
import { changeRunRecord } from './run-directory.ts';
import { runProcesses, type RunProcesses } from './run-processes.ts';
import { RunReader, type RunStatus } from './run-reader.ts';

interface StopPatience {
  /** Milliseconds that a run may take to end by itself after SIGTERM. */
  readonly term: number;
  /** Milliseconds that its processes may take to go after SIGKILL. */
  readonly kill: number;
}

const patience: StopPatience = { term: 20_000, kill: 5_000 };
const pollMs = 100;

/**
 * Ends a run: SIGTERM to its whole process group (to its one process where an own script records itself), then SIGKILL to what is left (the launcher alone would leave the training
 * running, trl-and-jobs.md §11, row 1). Comes back when no process of the run lives. A run that has ended already is left alone.
 * @throws {HumanError} if the pid belongs to another process now, or if processes survive
 */
export async function stopRun(directory: string, { term, kill } = patience): Promise<RunStatus> {
  const reader = new RunReader(directory);
  await reader.look();
  const status = await waitForPid(reader);
  const { record } = status;
  const processes = runProcesses(status.liveness);
  if (processes === null) return refuseForeign(status);
  try {
    await changeRunRecord(directory, { stopRequestedAt: new Date().toISOString() });
    processes.signal('SIGTERM');
    if (!(await areGone(processes, term))) processes.signal('SIGKILL');
  } catch (error) {
    throw launchError(error, directory);
  }
  if (!(await areGone(processes, kill))) {
    const left = await processes.living();
    const pids = left.map((each) => each.pid).join(', ');
    if (left.length > 0) throw new HumanError('run.stop.survived', { id: record.id, pids });
  }
  return reader.look();
}

/** A run that is just being started has its pid in a moment; the second look also knows the pid of rank 0. */
async function waitForPid(reader: RunReader): Promise<RunStatus> {
  for (let tries = 0; ; tries++) {
    const status = await reader.look();
    if (status.liveness.kind !== 'starting' || tries === 50) return status;
    await delay(pollMs);
  }
}

function refuseForeign(status: RunStatus): RunStatus {
  const { record, summary, liveness } = status;
  if (record.launcher === 'jobs') throw new HumanError('run.stop.jobs', { id: record.id });
  const ended = summary.endedAt !== null;
  if (liveness.kind === 'foreign' && !ended) {
    const { pid, difference } = liveness;
    throw new HumanError('run.stop.foreign', { id: record.id, pid: String(pid), difference });
  }
  if (liveness.kind === 'elsewhere' && !ended) {
    throw new HumanError('run.stop.elsewhere', { id: record.id, hostname: liveness.hostname });
  }
  return status;
}

async function areGone(processes: RunProcesses, withinMs: number): Promise<boolean> {
  for (const end = Date.now() + withinMs; Date.now() < end; await delay(pollMs)) {
    if ((await processes.living()).length === 0) return true;
  }
  return false;
}
