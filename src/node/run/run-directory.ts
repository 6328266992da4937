import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { inTurn } from './in-turn.ts';
import { errorCode } from './launch-error.ts';
import { runRecord, type RunRecord } from '../../core/run/run-record.ts';

/** The files of a run directory. */
export const runFiles = {
  recipe: 'recipe.yaml',
  runner: 'runner',
  record: 'run.json',
  /** The chat template as it was at the start. */
  template: 'chat_template.jinja',
  events: 'events.jsonl',
  output: 'output.log',
  /** How far a job's log was read. */
  position: 'follow.json',
} as const;

/** The folder that holds the run directories of a folder. */
export function runsFolder(folder: string): string {
  return path.join(folder, '.tuning-fork', 'runs');
}

/**
 * Makes `.tuning-fork/runs` in a folder. What git must not see is ignored from within, so that the user's own files stay as they are.
 * @returns the folder of the run directories
 */
export async function createRunsFolder(folder: string): Promise<string> {
  const own = path.join(folder, '.tuning-fork');
  await makeFolder(own, 0o777);
  await writeIfAbsent(path.join(own, '.gitignore'), '*\n');
  const runs = runsFolder(folder);
  await makeFolder(runs, 0o700);
  return runs;
}

/** Not recursively: on a read-only disk Node says then that a folder is missing. */
async function makeFolder(folder: string, mode: number): Promise<void> {
  try {
    await fs.mkdir(folder, { mode });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
}

/**
 * run.json; null where there is none, none that can be read, or one of another run: the id is the directory's name, and what
 * stands in a file leads to no other directory.
 */
export async function readRunRecord(directory: string): Promise<RunRecord | null> {
  try {
    const parsed = v.safeParse(runRecord, JSON.parse(await fs.readFile(recordPath(directory), 'utf8')));
    return parsed.success && parsed.output.id === path.basename(directory) ? parsed.output : null;
  } catch {
    return null;
  }
}

/** Replaces run.json by write and rename: a reader sees the old one or the new one, whole. */
export async function writeRunRecord(directory: string, record: object): Promise<void> {
  const file = recordPath(directory);
  const next = `${file}.${randomUUID()}.tmp`;
  try {
    await fs.writeFile(next, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600, flush: true });
    await fs.rename(next, file);
  } catch (error) {
    await fs.rm(next, { force: true });
    throw error;
  }
}

/** Changes fields of run.json and keeps all others, unknown ones and those that another process changes too. */
export async function changeRunRecord(directory: string, change: Partial<RunRecord>): Promise<void> {
  const file = recordPath(directory);
  await inTurn(file, async () => {
    const before: unknown = JSON.parse(await fs.readFile(file, 'utf8'));
    await writeRunRecord(directory, { ...(typeof before === 'object' ? before : {}), ...change });
  });
}

function recordPath(directory: string): string {
  return path.join(directory, runFiles.record);
}

async function writeIfAbsent(file: string, text: string): Promise<void> {
  try {
    await fs.writeFile(file, text, { flag: 'wx' });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
}
