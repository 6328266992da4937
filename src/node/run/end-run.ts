import type { HubConnection } from '../hub/hub-connection.ts';
import { RunReader, type RunStatus } from './run-reader.ts';
import { stopRun } from './stop-run.ts';

/**
 * Ends a run wherever it is: the processes of a local one, the job of one on HF Jobs.
 * @throws {HumanError} if it cannot be ended, or has not ended in time
 */
export async function endRun(directory: string, connect: () => Promise<HubConnection>): Promise<RunStatus> {
  const { record } = await new RunReader(directory).look();
  if (record.launcher !== 'jobs') return stopRun(directory);
  const { stopJob } = await import('./stop-job.ts');
  return stopJob(directory, connect);
}
