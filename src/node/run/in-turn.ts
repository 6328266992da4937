import fs from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { errorCode } from './launch-error.ts';

const turns = new Map<string, Promise<unknown>>();
const pollMs = 10;
// A turn takes milliseconds: whoever has it this long has died in it.
const longestTurnMs = 2_000;

/**
 * Does work on a file that is read, changed and written back: one after the other, in this process and in others, which see it by
 * `<file>.lock`.
 */
export async function inTurn<T>(file: string, work: () => Promise<T>): Promise<T> {
  const before = turns.get(file) ?? Promise.resolve();
  const turn = before.catch(() => undefined).then(() => locked(`${file}.lock`, work));
  turns.set(file, turn);
  try {
    return await turn;
  } finally {
    if (turns.get(file) === turn) turns.delete(file);
  }
}

async function locked<T>(lock: string, work: () => Promise<T>): Promise<T> {
  for (const end = Date.now() + longestTurnMs; !(await create(lock)) && Date.now() < end;)
    await delay(pollMs);
  try {
    return await work();
  } finally {
    await fs.rm(lock, { force: true });
  }
}

async function create(lock: string): Promise<boolean> {
  try {
    await fs.writeFile(lock, '', { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}
