import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const BEAT_MS = 1_000;
const ABANDONED_MS = 15_000;

/**
 * Runs `work` while no other process that uses the same lock file does. The holder touches the file every second; a
 * waiter that has itself seen no touch for 15 seconds takes the lock over. Process ids would not do: two containers
 * may share a cache, and a killed holder's id may be in use again.
 */
export async function withInstallLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  await fs.mkdir(path.dirname(file), { recursive: true });
  const owner = randomUUID();
  await acquire(file, owner);
  const beat = setInterval(() => void fs.utimes(file, new Date(), new Date()).catch(() => {}), BEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    await fs.rm(file, { force: true });
  }
}

async function acquire(file: string, owner: string): Promise<void> {
  let seen: { beat: string; since: number } | undefined;
  let announced = false;
  while (!(await create(file, owner))) {
    const beat = await lastBeat(file);
    if (beat === undefined) continue;
    if (seen?.beat !== beat) seen = { beat, since: performance.now() };
    if (performance.now() - seen.since > ABANDONED_MS) await remove(file, beat);
    if (!announced) console.error('Waiting for another process that installs the same …');
    announced = true;
    await wait(500);
  }
}

async function create(file: string, owner: string): Promise<boolean> {
  try {
    await fs.writeFile(file, owner, { flag: 'wx' });
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** Who holds the lock and when it was last touched, as one comparable text; nothing where the lock is free. */
async function lastBeat(file: string): Promise<string | undefined> {
  try {
    const [owner, stat] = await Promise.all([fs.readFile(file, 'utf8'), fs.stat(file)]);
    return `${owner} ${stat.mtimeMs}`;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Moves an abandoned lock away first: of two waiters that find it abandoned one succeeds, and a fresh lock is put back. */
async function remove(file: string, abandoned: string): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  try {
    await fs.rename(file, aside);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return;
    throw error;
  }
  if ((await lastBeat(aside)) !== abandoned) await fs.link(aside, file).catch(() => {});
  await fs.rm(aside, { force: true });
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
