import fs from 'node:fs/promises';
import path from 'node:path';
import { partPath } from '../files/part-path.ts';
import { putNew } from '../files/put-new.ts';

/**
 * Copies a file into a folder, which is made if it is not there. The copy is whole whenever it is there, and nothing is written over.
 * @returns the copy
 * @throws the error of the file system, `EEXIST` if a file of that name is there; nothing is left behind then
 */
export async function copyIntoFolder(file: string, folder: string): Promise<string> {
  const target = path.join(folder, path.basename(file));
  await refuseTaken(target);
  await fs.mkdir(folder, { recursive: true });
  const part = partPath(target);
  try {
    await fs.copyFile(file, part, fs.constants.COPYFILE_EXCL);
    await putNew(part, target);
  } finally {
    await fs.rm(part, { force: true });
  }
  return target;
}

/** Says before a large file is copied what would stop it at the end. */
async function refuseTaken(target: string): Promise<void> {
  const there = await fs.lstat(target).catch(() => null);
  if (there !== null)
    throw Object.assign(new Error(`${target} is there already`), { code: 'EEXIST', path: target });
}
