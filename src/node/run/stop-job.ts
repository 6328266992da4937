import { setTimeout as delay } from 'node:timers/promises';
import { HumanError } from '../../core/text/human-error.ts';
import type { HubConnection } from '../hub/hub-connection.ts';
import { cancelJob } from '../hub/jobs-client.ts';
import { findLaunchedJob } from './find-launched-job.ts';
import { catchUp, ownConnection } from './keep-following.ts';
import { changeRunRecord } from './run-directory.ts';
import { RunReader, type RunStatus } from './run-reader.ts';

const patienceMs = 30_000;
const pollMs = 500;

/**
 * Cancels the job of a run and waits until the Hub has confirmed it. A job that is over is left alone.
 * @throws {HumanError} if the Hub refuses, or has not confirmed it in time
 */
export async function stopJob(directory: string, connect: () => Promise<HubConnection>): Promise<RunStatus> {
  const reader = new RunReader(directory);
  const { record, summary } = await reader.look();
  if (summary.state !== 'running') return reader.look();
  const connection = await ownConnection(record, connect);
  const job = record.job ?? (await findLaunchedJob(connection, record));
  if (job === null) throw new HumanError('run.jobs.unknown', { id: record.id });
  await changeRunRecord(directory, { stopRequestedAt: new Date().toISOString() });
  const refusal = await cancelJob(connection, job).then(
    () => null,
    (error: unknown) => error,
  );
  for (const end = Date.now() + patienceMs; Date.now() < end; await delay(pollMs)) {
    // Once the Hub was asked, it is enough that it answers again in time.
    await catchUp(directory, async () => connection).catch(ignoreRefusal);
    const status = await reader.look();
    if (status.summary.state !== 'running') return status;
    // A job that is over cannot be cancelled: what it says now tells whether that was the reason.
    if (refusal !== null) throw refusal;
  }
  throw new HumanError('run.jobs.stop-waits', { id: record.id });
}

function ignoreRefusal(error: unknown): void {
  if (!(error instanceof HumanError)) throw error;
}
