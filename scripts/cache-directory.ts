import os from 'node:os';
import path from 'node:path';

/** A folder under the user's cache: what is installed once and serves every clone. */
export function cacheDirectory(...parts: string[]): string {
  const base = process.env['XDG_CACHE_HOME'] ?? path.join(os.homedir(), '.cache');
  return path.join(base, 'tuning-fork', ...parts);
}
