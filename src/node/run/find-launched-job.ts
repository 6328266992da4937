import type { RunJob, RunRecord } from '../../core/run/run-record.ts';
import type { HubConnection } from '../hub/hub-connection.ts';
import { jobsWithLabel } from '../hub/jobs-client.ts';

/** Label of a run's job: its value is the run's id. */
export const runLabel = 'tuning-fork-run';

/** The job of a run by its label; null if the Hub has none. */
export async function findLaunchedJob(
  connection: HubConnection,
  { id, jobLaunch }: Pick<RunRecord, 'id' | 'jobLaunch'>,
  signal?: AbortSignal,
): Promise<RunJob | null> {
  if (jobLaunch === undefined) return null;
  const { namespace, endpoint } = jobLaunch;
  const [job] = await jobsWithLabel(connection, namespace, [runLabel, id], signal);
  return job === undefined ? null : runJob(endpoint, namespace, job.id);
}

/** A job that nothing was heard of yet. */
export function runJob(endpoint: string, namespace: string, id: string): RunJob {
  const url = `${endpoint}/jobs/${namespace}/${id}`;
  return { namespace, id, url, stage: null, message: null, finishedAt: null };
}
