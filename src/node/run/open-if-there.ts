import fs from 'node:fs/promises';
import { errorCode } from './launch-error.ts';

/** A file of a run directory; null where it is not there yet. */
export async function openIfThere(file: string, flags: 'r' | 'r+'): Promise<fs.FileHandle | null> {
  try {
    return await fs.open(file, flags);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
