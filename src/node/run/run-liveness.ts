import os from 'node:os';
import { isFinalStage } from '../../core/hub/job.ts';
import type { RunRecord } from '../../core/run/run-record.ts';
import type { ProcessEntry } from '../process/process-entry.ts';
import { processTable } from '../process/process-table.ts';

/** What can be said about the processes of a run. */
export type Liveness =
  | { readonly kind: 'alive'; readonly group: number; readonly pids: readonly number[] }
  /** An own script that records itself. Its group is not the run's. */
  | { readonly kind: 'observed'; readonly pid: number; readonly startTicks: number }
  | { readonly kind: 'gone' }
  /** It is a job: it is alive until the Hub has told its last stage. */
  | { readonly kind: 'job'; readonly alive: boolean }
  /** Its launcher has not noted the pid yet. */
  | { readonly kind: 'starting' }
  /** The run was started on another computer or in another container, whose processes cannot be seen from here. */
  | { readonly kind: 'elsewhere'; readonly hostname: string }
  /** The pid belongs to somebody else now. */
  | { readonly kind: 'foreign'; readonly pid: number; readonly difference: Difference };

type Difference = 'boot id' | 'user' | 'start time' | 'command line';

const startingMs = 30_000;
// As long as a job whose launch was never answered may still show itself.
const unansweredMs = 10 * 60_000;

/**
 * Whether processes of a run live. Host, boot, user, start time and the run's id in the command line must all agree before a pid
 * is taken for the run's: a stored pid belongs to a stranger after a while (trl-and-jobs.md §11, row 19).
 * @param rankZero pid of the `started` event: leads to the group where the launcher died before it noted its leader
 */
export async function livenessOf(record: RunRecord, rankZero: number | null): Promise<Liveness> {
  if (record.launcher === 'jobs') return { kind: 'job', alive: isJobAlive(record) };
  if (record.hostname !== os.hostname()) return { kind: 'elsewhere', hostname: record.hostname };
  if (record.pid === null) return livenessWithoutPid(record, rankZero);
  const { pid } = record;
  if (record.bootId !== (await processTable.bootId())) return { kind: 'foreign', pid, difference: 'boot id' };
  const leader = await processTable.read(pid);
  if (record.observed === true) return livenessOfScript(record, leader);
  if (leader === null) return livenessWithoutLeader(record, pid);
  const difference = differenceOf(leader, record);
  if (difference !== null) return { kind: 'foreign', pid, difference };
  return aliveGroup(pid);
}

/** Whether more may be heard of a job: its last stage is not known, and it was not looked for in vain. */
function isJobAlive({ job, jobLaunch, launchLost }: RunRecord): boolean {
  if (job == null) return jobLaunch !== undefined && launchLost !== true;
  return job.stage === null || !isFinalStage(job.stage);
}

/** Whether a job whose launch was not answered may still show itself. */
export function mayShowItself({ jobAskedAt, createdAt }: RunRecord): boolean {
  return Math.abs(Date.now() - Date.parse(jobAskedAt ?? createdAt)) < unansweredMs;
}

/** Nobody launched the script with the run's id: boot, start time and user are what tells its process from a later one. */
function livenessOfScript(record: RunRecord, script: ProcessEntry | null): Liveness {
  if (script === null) return { kind: 'gone' };
  const { pid, startTicks, uid } = script;
  if (startTicks !== record.startTicks) return { kind: 'foreign', pid, difference: 'start time' };
  return uid === record.uid
    ? { kind: 'observed', pid, startTicks }
    : { kind: 'foreign', pid, difference: 'user' };
}

/** Whether there is anything to follow: a job of which more may be heard. */
export function isFollowable(record: RunRecord): boolean {
  return record.launcher === 'jobs' && record.jobLaunch !== undefined && isJobAlive(record);
}

/** A group outlives its leader; its number is not given to a new process as long as it does. */
async function livenessWithoutLeader(record: RunRecord, group: number): Promise<Liveness> {
  const members = await processTable.group(group);
  const own = members.filter(
    (each) => each.uid === record.uid && each.startTicks >= (record.startTicks ?? 0),
  );
  if (!own.some((each) => bearsId(each, record.id))) return { kind: 'gone' };
  return { kind: 'alive', group, pids: own.map((each) => each.pid) };
}

async function livenessWithoutPid(record: RunRecord, rankZero: number | null): Promise<Liveness> {
  const first = rankZero === null ? null : await processTable.read(rankZero);
  if (first !== null && first.uid === record.uid && bearsId(first, record.id)) return aliveGroup(first.group);
  const age = Date.now() - Date.parse(record.createdAt);
  return { kind: rankZero === null && age < startingMs ? 'starting' : 'gone' };
}

/** Whether processes of the run live now, or will in a moment. */
export function isLiving(liveness: Liveness): boolean {
  return liveness.kind === 'alive' || liveness.kind === 'observed' || liveness.kind === 'starting';
}

async function aliveGroup(group: number): Promise<Liveness> {
  const members = await processTable.group(group);
  if (members.length === 0) return { kind: 'gone' };
  return { kind: 'alive', group, pids: members.map((each) => each.pid) };
}

function differenceOf(leader: ProcessEntry, record: RunRecord): Difference | null {
  if (leader.startTicks !== record.startTicks || leader.group !== leader.pid) return 'start time';
  if (leader.uid !== record.uid) return 'user';
  return leader.command.includes(record.id) ? null : 'command line';
}

function bearsId(entry: ProcessEntry, id: string): boolean {
  return entry.command.includes(id) || entry.environment.includes(id);
}
