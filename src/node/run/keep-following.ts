import { setTimeout as delay } from 'node:timers/promises';
import type { RunRecord } from '../../core/run/run-record.ts';
import { HumanError } from '../../core/text/human-error.ts';
import type { HubConnection } from '../hub/hub-connection.ts';
import { takeFollowLock } from './follow-lock.ts';
import { followPatience, JobFollower, type FollowPatience } from './job-follower.ts';
import { readRunRecord } from './run-directory.ts';
import { isFollowable } from './run-liveness.ts';

interface Following {
  /** The user's own Hub, asked for anew after each loss: a token file may change. */
  readonly connect: () => Promise<HubConnection>;
  readonly signal: AbortSignal;
  /** Why nothing can be read at the moment; null when it can again. The same problem is told once. */
  readonly onProblem?: (problem: HumanError | null) => void;
  readonly patience?: FollowPatience;
}

const lockWaitMs = 3_000;

/**
 * Sees to it that somebody brings in what a job says, until the job is over: this process, or another one that has the lock; if
 * that one goes, this one takes over. Directories of other runs are left alone.
 */
export async function keepFollowing(directory: string, following: Following): Promise<void> {
  const { signal, connect, patience = followPatience } = following;
  const tell = tellOnce(following.onProblem ?? (() => undefined));
  while (!signal.aborted) {
    const record = await readRunRecord(directory);
    if (record === null || !isFollowable(record)) return;
    const lock = await takeFollowLock(directory).catch(() => null);
    if (lock === null) {
      await delay(lockWaitMs, undefined, { signal }).catch(() => undefined);
      continue;
    }
    try {
      const connection = await ownConnection(record, connect);
      await new JobFollower(directory, connection, lock, tell, patience).follow(signal);
    } catch (error) {
      if (!(error instanceof HumanError)) throw error;
      tell(error);
      await delay(patience.longestWait, undefined, { signal }).catch(() => undefined);
    } finally {
      await lock.release();
    }
  }
}

/** Brings in what a job says at this moment, for a reader that does not stay; another follower is left to its work. */
export async function catchUp(directory: string, connect: () => Promise<HubConnection>): Promise<void> {
  const record = await readRunRecord(directory);
  if (record === null || !isFollowable(record)) return;
  const lock = await takeFollowLock(directory).catch(() => null);
  if (lock === null) return;
  try {
    const connection = await ownConnection(record, connect);
    const follower = new JobFollower(directory, connection, lock, () => undefined);
    await follower.catchUp(AbortSignal.timeout(catchUpMs));
  } finally {
    await lock.release();
  }
}

const catchUpMs = 30_000;

/**
 * The user's own Hub, if the run is there. @throws {HumanError} if the run is at another: its address stands in a file of the folder,
 * and no token goes where a folder points.
 */
export async function ownConnection(
  { id, jobLaunch }: RunRecord,
  connect: () => Promise<HubConnection>,
): Promise<HubConnection> {
  const connection = await connect();
  if (jobLaunch === undefined || jobLaunch.endpoint === connection.endpoint) return connection;
  throw new HumanError('run.jobs.other-endpoint', {
    id,
    endpoint: jobLaunch.endpoint,
    own: connection.endpoint,
  });
}

function tellOnce(tell: (problem: HumanError | null) => void): (problem: HumanError | null) => void {
  let told = 'null';
  return (problem) => {
    const what = JSON.stringify(problem?.detail.id ?? null);
    if (what === told) return;
    told = what;
    tell(problem);
  };
}
