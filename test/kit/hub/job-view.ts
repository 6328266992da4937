import { stableId } from './accounts.ts';
import type { Job } from './job.ts';

/** A job as every endpoint answers it. Of secrets it says the names. */
export function jobView(job: Job): object {
  const { spec } = job;
  return {
    type: 'job',
    id: job.id,
    createdAt: job.createdAt.toISOString(),
    startedAt: job.startedAt?.toISOString() ?? null,
    finishedAt: job.finishedAt?.toISOString() ?? null,
    dockerImage: spec.dockerImage ?? null,
    spaceId: spec.spaceId ?? null,
    command: spec.command,
    arguments: spec.arguments,
    environment: spec.environment,
    secrets: Object.keys(spec.secrets),
    flavor: spec.flavor,
    timeoutSeconds: spec.timeoutSeconds,
    attempts: spec.attempts,
    retry: spec.attempts - 1,
    labels: job.labels,
    volumes: spec.volumes,
    status: { stage: job.stage, message: job.message, failureCount: job.stage === 'ERROR' ? 1 : 0 },
    durations: durations(job),
    owner: { id: stableId(job.owner), name: job.owner, type: job.owner === job.initiator ? 'user' : 'org' },
    initiator: { type: 'user', id: stableId(job.initiator), name: job.initiator },
  };
}

function durations(job: Job): object {
  const end = job.finishedAt ?? new Date();
  const scheduled = job.startedAt ?? (job.isOver ? null : end);
  return {
    schedulingSecs: scheduled === null ? null : seconds(job.createdAt, scheduled),
    runningSecs: job.startedAt === null ? null : seconds(job.startedAt, end),
    totalSecs: seconds(job.createdAt, end),
  };
}

function seconds(from: Date, to: Date): number {
  return Math.round((to.getTime() - from.getTime()) / 1000);
}
