import process from 'node:process';
import type { ProcessEntry } from '../process/process-entry.ts';
import { processTable } from '../process/process-table.ts';
import { signalGroup } from '../process/signal-group.ts';
import { errorCode } from './launch-error.ts';
import type { Liveness } from './run-liveness.ts';

/** The living processes of a run, to be signalled together. */
export interface RunProcesses {
  /** @throws with code EPERM if they are not ours to signal */
  signal(signal: NodeJS.Signals): void;
  living(): Promise<ProcessEntry[]>;
}

/** Null where no process of the run is known to live. */
export function runProcesses(liveness: Liveness): RunProcesses | null {
  if (liveness.kind === 'alive') {
    const { group } = liveness;
    return {
      signal: (signal) => void signalGroup(group, signal),
      living: () => processTable.group(group),
    };
  }
  if (liveness.kind !== 'observed') return null;
  const { pid, startTicks } = liveness;
  return {
    signal: (signal) => signalProcess(pid, signal),
    async living() {
      const entry = await processTable.read(pid);
      return entry?.startTicks === startTicks ? [entry] : [];
    },
  };
}

function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error;
  }
}
