import { JobLog } from './job-log.ts';
import type { JobSpec } from './job-spec.ts';

export type JobStage = 'SCHEDULING' | 'RUNNING' | 'COMPLETED' | 'CANCELED' | 'ERROR';

/** How a job ended. */
export interface JobEnd {
  readonly stage: 'COMPLETED' | 'CANCELED' | 'ERROR';
  readonly message: string | null;
}

/** A job as the Hub knows it, whatever runs it. */
export class Job {
  readonly id: string;
  readonly spec: JobSpec;
  readonly owner: string;
  readonly initiator: string;
  readonly createdAt = new Date();
  readonly log = new JobLog();
  labels: Readonly<Record<string, string>>;
  startedAt: Date | null = null;
  finishedAt: Date | null = null;
  stage: JobStage = 'SCHEDULING';
  message: string | null = null;

  constructor(id: string, spec: JobSpec, owner: string, initiator: string) {
    this.id = id;
    this.spec = spec;
    this.owner = owner;
    this.initiator = initiator;
    this.labels = spec.labels;
  }

  get isOver(): boolean {
    return this.finishedAt !== null;
  }

  start(): void {
    this.startedAt = new Date();
    this.stage = 'RUNNING';
    const date = this.startedAt.toISOString().slice(0, 19).replace('T', ' ');
    this.log.append(`===== Job started at ${date} =====`);
  }

  end(end: JobEnd): void {
    this.finishedAt = new Date();
    this.stage = end.stage;
    this.message = end.message;
  }
}
