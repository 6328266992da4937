import path from 'node:path';

/** The name that a run was started under, from its directory: the id without its time and random end. */
export function nameOfRun(directory: string): string {
  return path.basename(directory).replace(/^\d{8}-\d{6}-|-[0-9a-f]{4}$/g, '');
}
