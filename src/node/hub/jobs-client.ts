import * as v from 'valibot';
import { jobHardware, jobInfo, type JobHardware, type JobInfo, type JobSpec } from '../../core/hub/job.ts';
import type { HubConnection } from './hub-connection.ts';
import { hubJson, hubRequest } from './hub-request.ts';

/** Which job is meant. */
export interface JobPlace {
  readonly namespace: string;
  readonly id: string;
}

/** The kinds of machines with their prices, as the Hub lists them: the list decides, names may be unknown to us. */
export function listHardware(connection: HubConnection): Promise<JobHardware[]> {
  return hubJson(connection, '/api/jobs/hardware', v.array(jobHardware));
}

/** Makes a job, once: after a failure that leaves open what happened, look for it by its label. */
export function createJob(connection: HubConnection, namespace: string, spec: JobSpec): Promise<JobInfo> {
  const path = `/api/jobs/${encodeURIComponent(namespace)}`;
  return hubJson(connection, path, jobInfo, { method: 'POST', body: spec });
}

/** The jobs that bear a label. */
export async function jobsWithLabel(
  connection: HubConnection,
  namespace: string,
  label: readonly [name: string, value: string],
  signal?: AbortSignal,
): Promise<JobInfo[]> {
  const wanted = encodeURIComponent(label.join('='));
  const path = `/api/jobs/${encodeURIComponent(namespace)}?label=${wanted}`;
  const jobs = await hubJson(connection, path, v.array(jobInfo), signal === undefined ? {} : { signal });
  return jobs.filter((job) => job.labels?.[label[0]] === label[1]);
}

export function inspectJob(connection: HubConnection, job: JobPlace, signal?: AbortSignal): Promise<JobInfo> {
  return hubJson(connection, jobPath(job), jobInfo, signal === undefined ? {} : { signal });
}

/** Asks for the job's end; asking twice does no harm. */
export async function cancelJob(connection: HubConnection, job: JobPlace): Promise<void> {
  const answer = await hubRequest(connection, `${jobPath(job)}/cancel`, {
    method: 'POST',
    repeatable: true,
  });
  await answer.body?.cancel();
}

/** Path of a job's own calls. */
export function jobPath({ namespace, id }: JobPlace): string {
  return `/api/jobs/${encodeURIComponent(namespace)}/${encodeURIComponent(id)}`;
}
