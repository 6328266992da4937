import fs from 'node:fs/promises';
import { errorCode } from '../run/launch-error.ts';

/**
 * Gives a whole file a name that is free, in the same folder.
 * @throws the error of the file system, `EEXIST` if the name is taken, also by a file that came meanwhile: the name is left as it was, and
 * the file keeps its own
 */
export async function putNew(part: string, place: string): Promise<void> {
  try {
    // A rename would not see that the name is taken.
    await fs.link(part, place);
  } catch (error) {
    if (errorCode(error) === 'EEXIST') throw error;
    await renameTo(part, place);
    return;
  }
  await fs.rm(part);
}

/** For a file system that gives no file a second name. */
async function renameTo(part: string, place: string): Promise<void> {
  await (await fs.open(place, 'wx')).close();
  try {
    await fs.rename(part, place);
  } catch (error) {
    await fs.rm(place, { force: true });
    throw error;
  }
}
