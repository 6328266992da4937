import fs from 'node:fs/promises';
import path from 'node:path';
import { HumanError } from '../../core/text/human-error.ts';
import { isWithin } from '../files/is-within.ts';
import { errorCode } from '../run/launch-error.ts';

/**
 * Joins a folder and a file name that somebody else chose (the Hub, a run directory, a recipe from elsewhere). Names are written
 * with `/`. The result lies inside the folder, also where parts of the way are links.
 * @throws {HumanError} for an absolute name, `..`, NUL, a backslash, a drive, and links that lead out of the folder
 */
export async function safeJoin(folder: string, name: string): Promise<string> {
  if (!isPlainName(name)) throw unsafe(folder, name);
  const joined = path.join(folder, ...name.split('/'));
  const inside = await realPlace(folder);
  const real = await realPlace(joined);
  if (inside === null || real === null || real === inside || !isWithin(real, inside))
    throw unsafe(folder, name);
  return joined;
}

/** Whether a name is relative, stays below its start, and means the same on every system. */
function isPlainName(name: string): boolean {
  if (/[\0\\]/.test(name) || /^[A-Za-z]:/.test(name)) return false;
  // An alternate stream of a file, on Windows alone.
  if (path.sep === '\\' && name.includes(':')) return false;
  return name.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

/** Where a path really leads; of what is not there yet, the place that it would have. Null for a link that leads nowhere. */
async function realPlace(file: string): Promise<string | null> {
  try {
    return await fs.realpath(file);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
  if ((await fs.lstat(file).catch(() => null)) !== null) return null;
  const parent = path.dirname(file);
  if (parent === file) return null;
  const real = await realPlace(parent);
  return real === null ? null : path.join(real, path.basename(file));
}

function unsafe(folder: string, name: string): HumanError {
  return new HumanError('hub.unsafe-name', { folder, name: JSON.stringify(name) });
}
