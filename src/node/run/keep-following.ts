import { setTimeout as delay } from 'node:timers/promises';
import type { RunRecord } from '../../core/run/run-record.ts';
import { HumanError } from '../../core/text/human-error.ts';
import type { HubConnection } from '../hub/hub-connection.ts';
import { HubError } from '../hub/hub-error.ts';
import { takeFollowLock, type FollowLock } from './follow-lock.ts';
import { followPatience, JobFollower, type FollowPatience } from './job-follower.ts';
import { errorCode } from './launch-error.ts';
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
const catchUpMs = 30_000;

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
    let lock: FollowLock | null = null;
    try {
      lock = await takeFollowLock(directory);
      if (lock === null) await pause(lockWaitMs, signal);
      else {
        const connection = await ownConnection(record, connect);
        await new JobFollower(directory, connection, lock, tell, patience).follow(signal);
      }
    } catch (error) {
      if ((await readRunRecord(directory)) === null) return;
      const problem = followError(error, record.id, directory);
      if (!(problem instanceof HumanError)) throw error;
      tell(problem);
      await pause(patience.longestWait, signal);
    } finally {
      await lock?.release();
    }
  }
}

/** What the system did not let us write, as a sentence; other errors as they are. */
function followError(error: unknown, id: string, folder: string): unknown {
  const code = errorCode(error);
  if (error instanceof HumanError || code === undefined || !/^E[A-Z]+$/.test(code)) return error;
  return new HumanError('run.jobs.not-writable', { id, folder, code }, { cause: error });
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await delay(milliseconds, undefined, { signal }).catch(() => undefined);
}

/**
 * Brings in what a job says at this moment, for a reader that does not stay; another follower is left to its work.
 * @throws {HumanError} what the Hub or the disk refused
 */
export async function catchUp(directory: string, connect: () => Promise<HubConnection>): Promise<void> {
  const record = await readRunRecord(directory);
  if (record === null || !isFollowable(record)) return;
  const { jobLaunch } = record;
  const limit = AbortSignal.timeout(catchUpMs);
  let lock: FollowLock | null = null;
  try {
    lock = await takeFollowLock(directory);
    if (lock === null) return;
    const connection = await ownConnection(record, connect);
    await new JobFollower(directory, connection, lock, () => undefined).catchUp(limit);
  } catch (error) {
    if (limit.aborted && jobLaunch !== undefined)
      throw new HubError('timed-out', jobLaunch.endpoint, null, null, { cause: error });
    throw followError(error, record.id, directory);
  } finally {
    await lock?.release();
  }
}

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
