import { PartFile } from '../files/part-file.ts';
import { putInPlace } from '../files/put-in-place.ts';
import { putNew } from '../files/put-new.ts';

/**
 * Writes a file that is whole whenever it is there: it is written beside its place and then takes its name. A link stays one, and what it
 * leads to is written; a file that is written over leaves its mode to the new one.
 * @param force write over a file of that name; otherwise `EEXIST` is thrown if there is one, also one that came meanwhile
 * @param like another file whose mode the new one gets
 * @throws the error of the file system, or a sentence with its code; nothing is left behind then
 */
export async function writeNewFile(
  file: string,
  content: string | Uint8Array,
  force: boolean,
  like?: string,
): Promise<void> {
  const part = new PartFile(file, like);
  try {
    part.write(content);
    part.close();
    const { move } = part;
    if (force) putInPlace([move]);
    else await putNew(move.from, move.to);
  } finally {
    part.abandon();
  }
}
