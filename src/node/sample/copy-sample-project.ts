import fs from 'node:fs/promises';
import path from 'node:path';
import { HumanError } from '../../core/text/human-error.ts';

/** A file that only the sample project has at this place: tells a copy of it from any other folder. */
const MARK = 'recipe.sft.yaml';

/**
 * Copies the sample project into a folder. A copy that is already there is left as the user has edited it, and only files that are
 * missing are brought back.
 * @throws {HumanError} `host.sample-is-taken` if the folder holds something else.
 */
export async function copySampleProject(media: string, folder: string): Promise<void> {
  const there = await fs.readdir(folder).catch((): string[] => []);
  if (there.length > 0 && !there.includes(MARK)) throw new HumanError('host.sample-is-taken', { folder });
  await fs.cp(path.join(media, 'sample'), folder, { recursive: true, force: false, errorOnExist: false });
}
