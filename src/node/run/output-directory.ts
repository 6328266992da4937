import fs from 'node:fs/promises';
import path from 'node:path';
import { errorCode } from './launch-error.ts';
import { readRunRecord } from './run-directory.ts';
import { isLiving, livenessOf } from './run-liveness.ts';

/**
 * Where a run may write: `output_dir` itself if it is absent or empty and neither a living run has it nor a job whose result may be
 * fetched into it, else `<output_dir>/<run id>`, so that nothing is overwritten and nothing is asked.
 * @throws the system's error if it is no folder or cannot be read
 */
export async function freeOutputDirectory(wanted: string, id: string, runs: string): Promise<string> {
  const free = (await isAbsentOrEmpty(wanted)) && !(await isTaken(wanted, runs));
  return free ? wanted : path.join(wanted, id);
}

async function isAbsentOrEmpty(folder: string): Promise<boolean> {
  try {
    return (await fs.readdir(folder)).length === 0;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return true;
    throw error;
  }
}

/** A run that was started a moment ago has not made its folder yet. */
async function isTaken(folder: string, runs: string): Promise<boolean> {
  for (const id of await fs.readdir(runs)) {
    const record = await readRunRecord(path.join(runs, id));
    if (record?.outputDir !== folder) continue;
    if (record.launcher === 'jobs' || isLiving(await livenessOf(record, null))) return true;
  }
  return false;
}
