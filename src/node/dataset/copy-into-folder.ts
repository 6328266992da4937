import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';

/**
 * Copies a file into a folder, which is made if it is not there. The copy is whole whenever it is there, and nothing is written over.
 * @returns the copy
 * @throws the error of the file system, `EEXIST` if a file of that name is there; nothing is left behind then
 */
export async function copyIntoFolder(file: string, folder: string): Promise<string> {
  const target = path.join(folder, path.basename(file));
  const part = `${target}.${randomBytes(4).toString('hex')}.part`;
  await fs.mkdir(folder, { recursive: true });
  try {
    await fs.copyFile(file, part, fs.constants.COPYFILE_EXCL);
    // A rename alone would not see that the name is taken.
    await (await fs.open(target, 'wx')).close();
    await fs.rename(part, target);
  } finally {
    await fs.rm(part, { force: true });
  }
  return target;
}
