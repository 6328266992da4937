import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/** Where a program lies on PATH, or a file that is named by its path; undefined if it is not there. */
export function findProgram(program: string, env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (path.isAbsolute(program)) return existsSync(program) ? program : undefined;
  const endings = process.platform === 'win32' ? ['.cmd', '.exe'] : [''];
  const folders = (env['PATH'] ?? '').split(path.delimiter);
  const files = folders.flatMap((folder) => endings.map((ending) => path.join(folder, program + ending)));
  return files.find((file) => existsSync(file));
}
