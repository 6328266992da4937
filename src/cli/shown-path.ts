import path from 'node:path';
import { isWithin } from '../node/files/is-within.ts';
import type { CommandContext } from './command.ts';

/** Relative to the folder of the command if it lies in there (`.` for that folder), with `/` on every system. */
export function shownPath(file: string, { cwd }: Pick<CommandContext, 'cwd'>): string {
  const shown = isWithin(file, cwd) ? path.relative(cwd, file) || '.' : file;
  return shown.replaceAll(path.sep, '/');
}
