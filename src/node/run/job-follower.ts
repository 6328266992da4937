import { setTimeout as delay } from 'node:timers/promises';
import { isFinalStage, type JobInfo, type JobLogLine } from '../../core/hub/job.ts';
import type { RunJob, RunRecord } from '../../core/run/run-record.ts';
import { HumanError } from '../../core/text/human-error.ts';
import type { HubConnection } from '../hub/hub-connection.ts';
import { jobLogStream } from '../hub/job-log-stream.ts';
import { inspectJob } from '../hub/jobs-client.ts';
import { findLaunchedJob } from './find-launched-job.ts';
import type { FollowLock } from './follow-lock.ts';
import { JobLogWriter } from './job-log-writer.ts';
import { changeRunRecord, readRunRecord } from './run-directory.ts';
import { isJobAlive } from './run-liveness.ts';

/** How patient a follower is, in milliseconds; tests shorten it. */
export interface FollowPatience {
  /** Silence after which a log connection is given up (huggingface_hub 2.4 hf_api.py:8588; a keep-alive comes each 30 s). */
  readonly idle: number;
  /** Between two questions for the job's stage. */
  readonly inspect: number;
  /** Before the first reconnection; each next one waits twice as long. */
  readonly firstWait: number;
  readonly longestWait: number;
  /** How long a missing event may keep those after it waiting. */
  readonly gap: number;
  /** How long the log may go on after the job's last stage. */
  readonly lastWords: number;
}

export const followPatience: FollowPatience = {
  idle: 120_000,
  inspect: 5_000,
  firstWait: 1_000,
  longestWait: 10_000,
  gap: 5_000,
  lastWords: 10_000,
};

// Reads of the whole log without anything new, after which it is taken for complete.
const quietReads = 2;
// Reads without a line: a log may be empty, and a connection may break before its first line without saying so.
const emptyReads = 5;

/** What a follower tells besides what it writes: why it cannot read at the moment, null when it can again. */
type OnProblem = (problem: HumanError | null) => void;

/** Writes what a job says into its run directory until the job is over, over any number of broken connections. */
export class JobFollower {
  readonly #directory: string;
  readonly #connection: HubConnection;
  readonly #patience: FollowPatience;
  readonly #onProblem: OnProblem;
  readonly #lock: FollowLock;

  /** The lock is the caller's to take and to release. */
  constructor(
    directory: string,
    connection: HubConnection,
    lock: FollowLock,
    onProblem: OnProblem,
    patience: FollowPatience = followPatience,
  ) {
    this.#directory = directory;
    this.#connection = connection;
    this.#lock = lock;
    this.#onProblem = onProblem;
    this.#patience = patience;
  }

  /** Follows until the job is over and all its log is written, or until `signal`. */
  async follow(signal: AbortSignal): Promise<void> {
    const record = await this.#recordWithJob(signal);
    if (record?.job == null || record.jobLaunch === undefined) return;
    const writer = await JobLogWriter.open(this.#directory, record.jobLaunch.nonce);
    let wait = this.#patience.firstWait;
    while (!signal.aborted) {
      writer.reconnect();
      const heard = await this.#readOnce(record.job, writer, signal);
      const job = await this.#inspect(record.job, signal);
      if (job !== null && isFinalStage(job.status.stage)) {
        if (await this.#finish(record.job, job, writer, signal)) return;
      }
      wait = heard ? this.#patience.firstWait : Math.min(wait * 2, this.#patience.longestWait);
      await delay(wait, undefined, { signal }).catch(() => undefined);
    }
  }

  /** What the job says now, in one go: for readers that do not stay. */
  async catchUp(signal: AbortSignal): Promise<void> {
    const record = await this.#recordWithJob(signal, 1);
    if (record?.job == null || record.jobLaunch === undefined) return;
    const job = await inspectJob(this.#connection, record.job, signal);
    if (isFinalStage(job.status.stage)) {
      const writer = await JobLogWriter.open(this.#directory, record.jobLaunch.nonce);
      await this.#finish(record.job, job, writer, signal);
      return;
    }
    await this.#note(job);
  }

  async #recordWithJob(signal: AbortSignal, tries = Infinity): Promise<RunRecord | null> {
    for (let tried = 1; !signal.aborted; tried++) {
      const record = await readRunRecord(this.#directory);
      if (record === null || record.job != null || record.jobLaunch === undefined) return record;
      const job = await this.#told(findLaunchedJob(this.#connection, record));
      if (job !== null) await changeRunRecord(this.#directory, { job });
      else if (tried >= tries || !isJobAlive(record)) return record;
      else await delay(this.#patience.inspect, undefined, { signal }).catch(() => undefined);
    }
    return null;
  }

  /** One connection, until it ends or breaks. @returns whether anything came */
  async #readOnce(job: RunJob, writer: JobLogWriter, signal: AbortSignal): Promise<boolean> {
    const over = new AbortController();
    const either = AbortSignal.any([signal, over.signal]);
    const watching = this.#watchStage(job, over, either);
    let heard = false;
    let gapSince: number | null = null;
    try {
      const options = { signal: either, idle: this.#patience.idle, follow: true };
      for await (const lines of jobLogStream(this.#connection, job, options)) {
        heard = true;
        this.#onProblem(null);
        await writer.take(lines);
        gapSince = writer.missing === null ? null : (gapSince ?? Date.now());
        if (gapSince !== null && Date.now() - gapSince > this.#patience.gap) break;
      }
    } catch (error) {
      if (!either.aborted) this.#say(error);
    } finally {
      over.abort();
      await watching;
    }
    if (writer.missing !== null && !signal.aborted) await this.#fillGap(job, writer, signal);
    return heard;
  }

  /** The log may stay open after the job is over, and its last lines come after the stage: they get a moment. */
  async #watchStage(job: RunJob, over: AbortController, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await delay(this.#patience.inspect, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      await this.#lock.refresh();
      const info = await this.#inspect(job, signal);
      if (info === null || !isFinalStage(info.status.stage)) continue;
      await delay(this.#patience.lastWords, undefined, { signal }).catch(() => undefined);
      over.abort();
    }
  }

  /** Asks for the whole log: what is not in it either is gone. */
  async #fillGap(job: RunJob, writer: JobLogWriter, signal: AbortSignal): Promise<void> {
    const { lines, broken } = await this.#whole(job, signal);
    writer.reconnect();
    await writer.take(lines);
    if (!broken && writer.missing !== null) await writer.giveUpMissing();
  }

  /**
   * Reads the log of a job that is over until nothing new comes: the last connection may break as well.
   * @returns false where the Hub did not give it
   */
  async #finish(place: RunJob, job: JobInfo, writer: JobLogWriter, signal: AbortSignal): Promise<boolean> {
    let quiet = 0;
    let lines: readonly JobLogLine[] = [];
    for (let empty = 0; quiet < quietReads && empty < emptyReads;) {
      const read = await this.#whole(place, signal);
      if (signal.aborted || (read.broken && read.lines.length === 0)) return false;
      writer.reconnect();
      quiet = (await writer.take(read.lines)) ? 0 : quiet + (read.lines.length > 0 ? 1 : 0);
      empty += read.lines.length > 0 ? 0 : 1;
      lines = read.lines;
    }
    await writer.rewriteOutput(lines);
    await writer.giveUpMissing();
    await this.#note(job);
    return true;
  }

  /** The lines that the log has at this moment, or those before the connection broke. */
  async #whole(job: RunJob, signal: AbortSignal): Promise<{ lines: JobLogLine[]; broken: boolean }> {
    const lines: JobLogLine[] = [];
    const options = { signal, idle: this.#patience.lastWords, follow: false };
    try {
      for await (const more of jobLogStream(this.#connection, job, options)) lines.push(...more);
      return { lines, broken: false };
    } catch (error) {
      this.#say(error);
      return { lines, broken: true };
    }
  }

  async #inspect(job: RunJob, signal: AbortSignal): Promise<JobInfo | null> {
    const info = await this.#told(inspectJob(this.#connection, job, signal));
    // The last stage is noted when the last line is written: whoever reads the directory then has all of it.
    if (info !== null && !isFinalStage(info.status.stage)) await this.#note(info);
    return info;
  }

  async #note({ status, finishedAt }: JobInfo): Promise<void> {
    const job = (await readRunRecord(this.#directory))?.job;
    if (job == null) return;
    const message = status.message ?? null;
    if (job.stage === status.stage && job.message === message) return;
    const next = { ...job, stage: status.stage, message, finishedAt: finishedAt ?? null };
    await changeRunRecord(this.#directory, { job: next });
  }

  /** The value, or null after a refusal that was told. */
  async #told<T>(work: Promise<T>): Promise<T | null> {
    try {
      return await work;
    } catch (error) {
      this.#say(error);
      return null;
    }
  }

  #say(error: unknown): void {
    if (error instanceof HumanError) this.#onProblem(error);
  }
}
