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
import { WholeJobLog } from './whole-job-log.ts';
import type { OutputCopy } from './output-copy.ts';
import { mayShowItself } from './run-liveness.ts';

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

// Silence after which a reader that does not stay has the log of a job that goes on.
const glanceMs = 2_000;
// Reads of the whole log without anything new, after which it is taken for complete.
const quietReads = 2;
// Reads without a line, or broken ones without a new line: a log may be empty, and a connection may break without saying so.
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
  /** Another follower has taken over. */
  #replaced = false;

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

  /**
   * Follows until the job is over and all its log is written, until another follower has taken over, or until `signal`.
   * @throws the system's error if the directory cannot be written: nothing is lost, another follower goes on where it ends
   */
  async follow(signal: AbortSignal): Promise<void> {
    const record = await this.#recordWithJob(signal);
    if (record?.job == null || record.jobLaunch === undefined) return;
    const writer = await JobLogWriter.open(this.#directory, record.jobLaunch.nonce);
    let wait = this.#patience.firstWait;
    while (!signal.aborted && !this.#replaced) {
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
    const writer = await JobLogWriter.open(this.#directory, record.jobLaunch.nonce);
    if (isFinalStage(job.status.stage)) {
      await this.#finish(record.job, job, writer, signal);
      return;
    }
    await this.#readWhole(record.job, signal, glanceMs, writer);
    await this.#note(job);
  }

  /** The record once it names the job; null where there is no job to follow. */
  async #recordWithJob(signal: AbortSignal, tries = Infinity): Promise<RunRecord | null> {
    for (let tried = 1; !signal.aborted; tried++) {
      const record = await readRunRecord(this.#directory);
      if (record === null || record.job != null || record.jobLaunch === undefined) return record;
      const looking = findLaunchedJob(this.#connection, record, signal);
      const found = await this.#told(looking.then((job) => ({ job })));
      if (found !== null && found.job !== null) {
        await changeRunRecord(this.#directory, { job: found.job });
        continue;
      }
      if (found !== null && !mayShowItself(record)) {
        await changeRunRecord(this.#directory, { launchLost: true });
        return null;
      }
      if (tried >= tries || !(await this.#lock.refresh())) return null;
      await delay(this.#patience.inspect, undefined, { signal }).catch(() => undefined);
    }
    return null;
  }

  /** One connection, until it ends or breaks. @returns whether anything came */
  async #readOnce(job: RunJob, writer: JobLogWriter, signal: AbortSignal): Promise<boolean> {
    const over = new AbortController();
    const either = AbortSignal.any([signal, over.signal]);
    const watching = this.#watchStage(job, over, either);
    // What the watcher cannot write, the reader cannot either.
    watching.catch(() => over.abort());
    let heard = false;
    let gapSince: number | null = null;
    try {
      for await (const lines of this.#linesOf(job, either)) {
        heard = true;
        this.#onProblem(null);
        await writer.take(lines);
        gapSince = writer.missing === null ? null : (gapSince ?? Date.now());
        if (gapSince !== null && Date.now() - gapSince > this.#patience.gap) break;
      }
    } finally {
      over.abort();
      await watching;
    }
    const isOurs = !signal.aborted && !this.#replaced;
    if (writer.missing !== null && isOurs) await this.#fillGap(job, writer, signal);
    return heard;
  }

  /** The lines of one connection; that it breaks is no more than its end. */
  async *#linesOf(job: RunJob, signal: AbortSignal): AsyncGenerator<JobLogLine[]> {
    try {
      yield* jobLogStream(this.#connection, job, { signal, idle: this.#patience.idle, follow: true });
    } catch (error) {
      if (!signal.aborted) this.#say(error);
    }
  }

  /** The log may stay open after the job is over, and its last lines come after the stage: they get a moment. */
  async #watchStage(job: RunJob, over: AbortController, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await delay(this.#patience.inspect, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      if (!(await this.#lock.refresh())) {
        this.#replaced = true;
        over.abort();
        return;
      }
      const info = await this.#inspect(job, signal);
      if (info === null || !isFinalStage(info.status.stage)) continue;
      await delay(this.#patience.lastWords, undefined, { signal }).catch(() => undefined);
      over.abort();
    }
  }

  /** Asks for the whole log: what is not in it either is gone. */
  async #fillGap(job: RunJob, writer: JobLogWriter, signal: AbortSignal): Promise<void> {
    const { isBroken } = await this.#readWhole(job, signal, this.#patience.lastWords, writer);
    if (!isBroken && !signal.aborted && writer.missing !== null) await writer.giveUpMissing();
  }

  /**
   * Reads the log of a job that is over until nothing new comes: the last connection may break as well.
   * @returns false where the Hub did not give it
   */
  async #finish(place: RunJob, job: JobInfo, writer: JobLogWriter, signal: AbortSignal): Promise<boolean> {
    let quiet = 0;
    for (let empty = 0; quiet < quietReads && empty < emptyReads;) {
      const copy = await writer.startCopy();
      const { lastWords } = this.#patience;
      const { isNew, isBroken } = await this.#readWhole(place, signal, lastWords, writer, copy);
      const hasLines = copy.position.first !== null;
      if (signal.aborted || !(await this.#lock.refresh()) || (isBroken && !hasLines)) {
        await copy.discard();
        return false;
      }
      const isQuiet = hasLines && !isBroken;
      quiet = isNew ? 0 : quiet + (isQuiet ? 1 : 0);
      if (isNew) empty = 0;
      else if (!isQuiet) empty += 1;
      await writer.takeCopy(copy);
    }
    await writer.giveUpMissing();
    await this.#note(job);
    return true;
  }

  /** Writes what is new in the log as it is at this moment, and all of it into a copy. */
  async #readWhole(
    job: RunJob,
    signal: AbortSignal,
    idle: number,
    writer: JobLogWriter,
    copy?: OutputCopy,
  ): Promise<{ readonly isNew: boolean; readonly isBroken: boolean }> {
    const log = new WholeJobLog(this.#connection, job, { signal, idle });
    let isNew = false;
    writer.reconnect();
    for await (const lines of log.read()) {
      isNew = (await writer.take(lines)) || isNew;
      await copy?.take(lines);
    }
    if (log.problem !== null) this.#say(log.problem);
    return { isNew, isBroken: log.problem !== null };
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
