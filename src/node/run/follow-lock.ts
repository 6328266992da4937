import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import * as v from 'valibot';
import { processTable } from '../process/process-table.ts';
import { errorCode } from './launch-error.ts';

/** Who follows a job: a process, told from a later one with the same pid by its start. */
const follower = v.object({
  pid: v.number(),
  startTicks: v.nullable(v.number()),
  bootId: v.nullable(v.string()),
  hostname: v.string(),
});
type Follower = v.InferOutput<typeof follower>;

const held = new Set<string>();
// A follower on another computer cannot be looked at: its lock counts while it is refreshed.
const elsewhereMs = 3 * 60_000;

/** The right to write what a job says into its run directory: one process has it at a time, by `follow.lock`. */
export interface FollowLock {
  /** Shows other computers that the follower lives. @returns false where another has taken it over, such as after a long sleep */
  refresh(): Promise<boolean>;
  release(): Promise<void>;
}

/**
 * Takes the lock of a run directory; null while another living process, or another part of this one, has it.
 * @throws the system's error where no lock can be made
 */
export async function takeFollowLock(directory: string): Promise<FollowLock | null> {
  const file = path.join(directory, 'follow.lock');
  if (held.has(file)) return null;
  held.add(file);
  try {
    const mine = await ownLock();
    if ((await create(file, mine)) || (await replaceStale(file, mine))) return lockOf(file, mine);
  } catch (error) {
    held.delete(file);
    throw error;
  }
  held.delete(file);
  return null;
}

function lockOf(file: string, mine: string): FollowLock {
  const isMine = async (): Promise<boolean> => (await fs.readFile(file, 'utf8').catch(() => '')) === mine;
  return {
    async refresh() {
      if (!(await isMine())) return false;
      const now = new Date();
      await fs.utimes(file, now, now).catch(() => undefined);
      return true;
    },
    async release() {
      if (await isMine()) await fs.rm(file, { force: true });
      held.delete(file);
    },
  };
}

async function ownLock(): Promise<string> {
  const mine: Follower = {
    pid: process.pid,
    startTicks: (await processTable.read(process.pid))?.startTicks ?? null,
    bootId: await processTable.bootId(),
    hostname: os.hostname(),
  };
  return JSON.stringify({ ...mine, nonce: randomUUID() });
}

/** The whole lock appears at once: a reader never sees half of it. */
async function create(file: string, mine: string): Promise<boolean> {
  const draft = `${file}.${process.pid}`;
  try {
    await fs.writeFile(draft, mine, { mode: 0o600 });
    await fs.link(draft, file);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await fs.rm(draft, { force: true });
  }
}

/** A lock whose process is gone is moved aside first, so that of two who find it only one goes on. */
async function replaceStale(file: string, mine: string): Promise<boolean> {
  const text = await fs.readFile(file, 'utf8').catch(() => null);
  if (text === null) return create(file, mine);
  if (await livesStill(text, file)) return false;
  const aside = `${file}.stale.${process.pid}`;
  try {
    await fs.rename(file, aside);
  } catch {
    return false;
  }
  const moved = await fs.readFile(aside, 'utf8').catch(() => text);
  // Another process was quicker, and what was moved aside is its new lock.
  const isTaken = moved !== text && (await livesStill(moved, aside));
  await fs.rm(aside, { force: true });
  if (!isTaken) return create(file, mine);
  await fs.writeFile(file, moved, { flag: 'wx', mode: 0o600 }).catch(() => undefined);
  return false;
}

async function livesStill(text: string, file: string): Promise<boolean> {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), follower), text);
  if (!parsed.success) return false;
  const { pid, startTicks, bootId, hostname } = parsed.output;
  if (hostname !== os.hostname()) {
    const stat = await fs.stat(file).catch(() => null);
    return stat !== null && Date.now() - stat.mtimeMs < elsewhereMs;
  }
  if (bootId !== (await processTable.bootId())) return false;
  const found = await processTable.read(pid);
  return found !== null && found.startTicks === startTicks;
}
