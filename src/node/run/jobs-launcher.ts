import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import type { JobLaunch, RunJob, RunRecord } from '../../core/run/run-record.ts';
import { HumanError } from '../../core/text/human-error.ts';
import { createRepository } from '../hub/create-repository.ts';
import { deleteRepository } from '../hub/delete-repository.ts';
import type { HubConnection } from '../hub/hub-connection.ts';
import { HubError } from '../hub/hub-error.ts';
import { createJob } from '../hub/jobs-client.ts';
import type { RepositoryRef } from '../hub/look-up-repository.ts';
import { uploadFiles, type UploadFile } from '../hub/upload-files.ts';
import type { UploadProgress } from '../hub/upload-meter.ts';
import type { Places } from '../places.ts';
import type { JobFacts } from '../recipe/planned-job.ts';
import { runnerFiles } from '../recipe/runner-files.ts';
import { createRunDirectory } from './create-run-directory.ts';
import { findLaunchedJob, runJob } from './find-launched-job.ts';
import { takeFollowLock } from './follow-lock.ts';
import { jobSpec, pinnedVersions } from './job-spec.ts';
import { launchError } from './launch-error.ts';
import type { LaunchRequest } from './launch-request.ts';
import { freeOutputDirectory } from './output-directory.ts';
import { changeRunRecord, createRunsFolder } from './run-directory.ts';
import { attachToRun, type RunHandle } from './run-handle.ts';

/** What a launcher of jobs needs to start one: the outcome of a plan for HF Jobs without errors. */
export interface JobLaunchRequest {
  readonly run: LaunchRequest;
  readonly job: JobFacts;
  readonly connection: HubConnection;
  readonly onProgress?: (progress: UploadProgress) => void;
  /** Gives up the launch as long as the job is not asked for. */
  readonly signal?: AbortSignal;
}

// How often a job whose creation was not answered is looked up, and how long before each look, in milliseconds.
const lookUps: readonly number[] = [0, 1_000, 2_000, 4_000];

/** Starts runs on HF Jobs: the inputs go to a private repository, the job mounts it and runs the same runner as here. */
export class JobsLauncher {
  readonly #pythonFolder: string;
  readonly #lookUps: readonly number[];

  constructor(places: Pick<Places, 'python'>, waits: readonly number[] = lookUps) {
    this.#pythonFolder = places.python;
    this.#lookUps = waits;
  }

  /**
   * Makes the run directory, sends the inputs and asks for the job, once. On failure nothing is left behind, here or there.
   * @returns the run; `keepFollowing` brings in what the job says
   * @throws {HumanError} what the Hub or the disk refused; `run.jobs.given-up` after the signal; `run.jobs.unknown` where it stays
   *   open whether there is a job: then the directory stays, and whoever follows it goes on looking
   */
  async launch(request: JobLaunchRequest): Promise<RunHandle> {
    const { run, connection } = request;
    try {
      const runs = await createRunsFolder(run.folder);
      const record = await this.#record(request, runs);
      const directory = path.join(runs, record.id);
      await createRunDirectory({ ...run, directory, pythonFolder: this.#pythonFolder, record });
      // Whoever else looks at the directory waits with following until the job was asked for.
      const lock = await takeFollowLock(directory).catch(() => null);
      try {
        await this.#start(request, record, directory);
      } catch (error) {
        if (isUnknown(error)) throw error;
        await fs.rm(directory, { recursive: true, force: true, maxRetries: 3 });
        throw error;
      } finally {
        await lock?.release();
      }
      return attachToRun(directory, () => Promise.resolve(connection));
    } catch (error) {
      throw launchError(error, run.folder);
    }
  }

  /** Sends the inputs and asks for the job. Where that fails, the inputs are taken away again. */
  async #start(request: JobLaunchRequest, record: RunRecord, directory: string): Promise<void> {
    const { connection, signal } = request;
    const launch = record.jobLaunch;
    if (launch === undefined) throw new Error('a record without its launch');
    const inputs = { type: 'dataset', id: launch.inputs } as const;
    let job: RunJob;
    let isMade = false;
    try {
      await createRepository(connection, { ...inputs, private: true }, signal);
      isMade = true;
      const commit = await this.#sendInputs(request, record, inputs);
      await changeRunRecord(directory, { jobAskedAt: new Date().toISOString() });
      signal?.throwIfAborted();
      job = await this.#createJob(request, record, launch, commit);
    } catch (error) {
      if (isUnknown(error)) throw error;
      const isGivenUp = signal?.aborted === true && !(error instanceof HumanError);
      const reason = isGivenUp ? new HumanError('run.jobs.given-up', {}, { cause: error }) : error;
      throw await withoutInputs(connection, inputs, reason, isMade);
    }
    // The job runs, whatever the disk says: whoever follows finds it by its label.
    await changeRunRecord(directory, { job }).catch(() => undefined);
  }

  async #record({ run, job, connection }: JobLaunchRequest, runs: string): Promise<RunRecord> {
    const wanted = path.resolve(run.folder, run.outputDir);
    return {
      version: 1,
      id: job.id,
      name: run.name,
      launcher: 'jobs',
      recipe: run.recipe,
      command: [...job.command],
      python: null,
      versions: pinnedVersions(job.command),
      pid: null,
      startTicks: null,
      bootId: null,
      hostname: os.hostname(),
      uid: process.getuid?.() ?? null,
      job: null,
      jobLaunch: {
        endpoint: connection.endpoint,
        namespace: job.namespace,
        nonce: randomBytes(16).toString('hex'),
        inputs: `${job.namespace}/${job.id}`,
        repository: job.repository,
        flavor: job.flavor,
        timeoutSeconds: job.timeoutSeconds,
        costPerHour: job.costPerHour,
        simulated: job.simulated,
      },
      createdAt: new Date().toISOString(),
      outputDir: await freeOutputDirectory(wanted, job.id, runs),
      data: run.data,
      templateSha256: run.templateSha256,
      tokenizerSha256: run.tokenizerSha256,
    };
  }

  /** @returns the commit that the job mounts: what is sent later changes nothing for it */
  async #sendInputs(
    { connection, job, signal, onProgress }: JobLaunchRequest,
    record: RunRecord,
    inputs: RepositoryRef,
  ): Promise<string> {
    const places = new Map(job.inputs.map(({ file, path: place }) => [file, place]));
    const data = record.data.map((each) => ({ ...each, path: places.get(each.path) ?? each.path }));
    const runner = await runnerFiles(this.#pythonFolder);
    const files: UploadFile[] = [
      { path: 'recipe.yaml', content: { text: job.recipeText } },
      { path: 'run.json', content: { text: JSON.stringify({ version: 1, id: record.id, data }) } },
      ...[...runner, ...job.inputs].map(({ file, path: place }) => ({ path: place, content: { file } })),
    ];
    const { commit } = await uploadFiles(connection, {
      ...inputs,
      files,
      title: `Inputs of run ${record.id}`,
      ...(signal === undefined ? {} : { signal }),
      ...(onProgress === undefined ? {} : { onProgress }),
    });
    return commit;
  }

  /** One request. If it stays open what became of it, the job is looked up by the run's label and never asked for again. */
  async #createJob(
    { connection, job }: JobLaunchRequest,
    record: RunRecord,
    launch: JobLaunch,
    commit: string,
  ): Promise<RunJob> {
    const { endpoint, namespace } = launch;
    try {
      const made = await createJob(connection, namespace, jobSpec(job, launch, commit, connection));
      return runJob(endpoint, namespace, made.id);
    } catch (error) {
      if (!(error instanceof HubError) || !error.outcomeUnknown) throw error;
      const found = await this.#lookUp(connection, record);
      if (found !== null) return found;
      throw new HumanError('run.jobs.unknown', { id: record.id }, { cause: error });
    }
  }

  async #lookUp(connection: HubConnection, record: RunRecord): Promise<RunJob | null> {
    for (const wait of this.#lookUps) {
      await delay(wait);
      const found = await findLaunchedJob(connection, record).catch(() => null);
      if (found !== null) return found;
    }
    return null;
  }
}

/** It stays open whether there is a job. */
function isUnknown(error: unknown): boolean {
  return error instanceof HumanError && error.detail.id === 'run.jobs.unknown';
}

/** Takes the inputs of a run that never began away again; where that fails, the user has to know of them. */
async function withoutInputs(
  connection: HubConnection,
  inputs: RepositoryRef,
  error: unknown,
  isMade: boolean,
): Promise<unknown> {
  // A request that was refused made nothing; one that was given up or not answered may have.
  if (!isMade && error instanceof HubError && !error.outcomeUnknown) return error;
  try {
    await deleteRepository(connection, inputs);
    return error;
  } catch (refusal) {
    const isAbsent = refusal instanceof HubError && refusal.kind === 'not-found';
    if (isAbsent || !isMade) return error;
    const leftover = new HumanError('run.jobs.leftover', { repository: inputs.id });
    if (!(error instanceof HumanError)) return leftover;
    const both = { first: error.detail, second: leftover.detail };
    return new HumanError('run.jobs.both', both, { cause: error });
  }
}
