import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { Account } from './accounts.ts';
import { owns } from './accounts.ts';
import { HubError, missing } from './hub-error.ts';
import { Job } from './job.ts';
import { JobRunner, type RunnerOptions } from './job-runner.ts';
import { checkSpec, type JobSpec, type Volume } from './job-spec.ts';
import type { FindVolume } from './mounts.ts';
import { removeFolder } from './mounts.ts';
import type { Repository } from './repository.ts';

/** All jobs of an emulator, and what runs them. */
export class JobBoard {
  readonly #options: RunnerOptions;
  readonly #jobs = new Map<string, { readonly job: Job; readonly runner: JobRunner }>();
  #stopped = false;

  constructor(options: RunnerOptions) {
    this.#options = options;
  }

  /** The newest first. */
  get jobs(): Job[] {
    return [...this.#jobs.values()].map(({ job }) => job).toReversed();
  }

  /** @throws HubError for a specification that the Hub refuses, or a volume that is not there */
  create(spec: JobSpec, owner: string, account: Account): Job {
    checkSpec(spec);
    if (this.#stopped) throw new HubError(503, 'The simulated Hub has stopped.');
    const find: FindVolume = (volume) => this.#volume(volume, account);
    for (const volume of spec.volumes) find(volume).commit(volume.revision ?? 'main');
    const job = new Job(randomBytes(12).toString('hex'), spec, owner, account.name);
    const runner = new JobRunner(this.#options, job, find);
    this.#jobs.set(job.id, { job, runner });
    void runner.ended.then(() => removeFolder(path.join(this.#options.directory, job.id)));
    return job;
  }

  /** @throws HubError 404 */
  get(owner: string, id: string): Job {
    const job = this.#jobs.get(id)?.job;
    if (job?.owner === owner) return job;
    throw new HubError(404, 'Job not found');
  }

  cancel(job: Job): void {
    this.#jobs.get(job.id)?.runner.cancel();
  }

  /** Kills every process of every job within this call, and makes no more. */
  kill(): void {
    this.#stopped = true;
    for (const { runner, job } of this.#jobs.values()) if (!job.isOver) runner.kill();
  }

  async ended(): Promise<void> {
    await Promise.all([...this.#jobs.values()].map(({ runner }) => runner.ended));
  }

  #volume(volume: Volume, account: Account): Repository {
    const found = volume.type === 'bucket' ? undefined : this.#options.store.find(volume.type, volume.source);
    if (found !== undefined && (!found.isPrivate || owns(account, found.namespace))) return found;
    throw missing('RepoNotFound', `Volume not found: ${volume.type} ${volume.source}`);
  }
}
