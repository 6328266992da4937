import fs from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';

/**
 * Holds the runs of a project while `during` takes its time, so that every picture shows the same step, and lets them
 * go on.
 */
export async function whileRunsPause(project: string, during: () => Promise<void>): Promise<void> {
  await signalRuns(project, 'SIGSTOP');
  try {
    await during();
  } finally {
    await signalRuns(project, 'SIGCONT');
  }
}

/** Ends the runs of a project: they would outlive the window. */
export async function endRuns(project: string): Promise<void> {
  await signalRuns(project, 'SIGKILL');
}

async function signalRuns(project: string, signal: NodeJS.Signals): Promise<void> {
  const runs = path.join(project, '.tuning-fork/runs');
  const ids = await fs.readdir(runs).catch(() => []);
  for (const id of ids) {
    const record = JSON.parse(await fs.readFile(path.join(runs, id, 'run.json'), 'utf8')) as {
      pid?: unknown;
    };
    if (typeof record.pid === 'number') signalGroup(record.pid, signal);
  }
}

function signalGroup(leader: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-leader, signal);
  } catch {
    // The run has ended by itself.
  }
}
