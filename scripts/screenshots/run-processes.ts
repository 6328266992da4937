import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { processesOf } from '../../test/e2e/recorded-run.ts';

/**
 * Holds the runs of a project while `during` takes its time, so that every picture shows the same step, and lets them
 * go on.
 */
export async function whileRunsPause(project: string, during: () => Promise<void>): Promise<void> {
  signalRuns(project, 'SIGSTOP');
  try {
    await during();
  } finally {
    signalRuns(project, 'SIGCONT');
  }
}

/** Ends the runs of a project, which would outlive the window. Done when it returns, also while this process exits. */
export function endRuns(project: string): void {
  signalRuns(project, 'SIGKILL');
}

/** Holds every process whose command line names a folder while `during` takes its time. */
export async function whileProcessesPause(folder: string, during: () => Promise<void>): Promise<void> {
  const pids = await processesOf(folder);
  for (const pid of pids) signalGroup(Number(pid), 'SIGSTOP');
  try {
    await during();
  } finally {
    for (const pid of pids) signalGroup(Number(pid), 'SIGCONT');
  }
}

function signalRuns(project: string, signal: NodeJS.Signals): void {
  const runs = path.join(project, '.tuning-fork/runs');
  for (const id of fs.existsSync(runs) ? fs.readdirSync(runs) : []) {
    const file = path.join(runs, id, 'run.json');
    const record = JSON.parse(fs.readFileSync(file, 'utf8')) as { pid?: unknown };
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
