import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';

/**
 * Writes a text file that is whole whenever it is there: the text is written beside it and then takes its name.
 * @param force write over a file of that name; otherwise `EEXIST` is thrown if there is one, also one that came meanwhile
 * @throws the error of the file system; nothing is left behind then
 */
export async function writeNewFile(file: string, text: string, force: boolean): Promise<void> {
  const part = `${file}.${randomBytes(4).toString('hex')}.part`;
  try {
    await fs.writeFile(part, text, { flag: 'wx' });
    if (!force) await reserve(file);
    await fs.rename(part, file);
  } catch (error) {
    await fs.rm(part, { force: true });
    throw error;
  }
}

/** Takes a name that is free; a rename alone would not see that it is taken. */
async function reserve(file: string): Promise<void> {
  await (await fs.open(file, 'wx')).close();
}
