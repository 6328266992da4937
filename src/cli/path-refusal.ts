import { errorCode } from '../node/files/error-code.ts';
import { UsageError } from './command.ts';

const REFUSALS: Readonly<Record<string, string>> = {
  ENOENT: 'cli.no-such-path',
  ENOTDIR: 'cli.no-such-path',
  EACCES: 'cli.no-permission',
  EPERM: 'cli.no-permission',
  ELOOP: 'cli.not-opened',
  ENAMETOOLONG: 'cli.not-opened',
};

/** That a path of the command line cannot be opened, as wrong usage; null if something else went wrong. @param path as it is shown */
export function pathRefusal(error: unknown, path: string): UsageError | null {
  const code = errorCode(error) ?? '';
  const id = REFUSALS[code];
  return id === undefined ? null : new UsageError({ id, args: { path, code } }, { cause: error });
}
