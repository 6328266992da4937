import path from 'node:path';
import process from 'node:process';
import type { Disposable } from '../../core/lifetime/disposable-store.ts';
import type { RunSummary } from '../../core/run/run-summary.ts';
import { connectHub } from '../hub/connect-hub.ts';
import type { HubConnection } from '../hub/hub-connection.ts';
import { followRun } from './follow-run.ts';
import { endRun } from './end-run.ts';

/** A run that may be waited for or stopped. Disposing lets go of it; the run goes on. */
export interface RunHandle extends Disposable {
  readonly id: string;
  readonly directory: string;
  /** The end of the run; its last known state if the handle is disposed before. */
  readonly ended: Promise<RunSummary>;
  /** Ends the run with all its processes, or its job. @throws {HumanError} if the processes are not this run's, or survive. */
  stop(): Promise<RunSummary>;
}

/**
 * Takes hold of the run in a directory, whoever started it.
 * @param connect the user's own Hub, for a run on HF Jobs
 */
export function attachToRun(directory: string, connect = connectOfProcess): RunHandle {
  const followed = followRun(directory, () => undefined);
  const ended = followed.ended.then((status) => status.summary);
  ended.catch(() => undefined);
  return {
    id: path.basename(directory),
    directory,
    ended,
    stop: async () => (await endRun(directory, connect)).summary,
    dispose: () => followed.dispose(),
  };
}

function connectOfProcess(): Promise<HubConnection> {
  return connectHub(process.env);
}
