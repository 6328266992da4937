import { HumanError } from '../../core/text/human-error.ts';

const sentences: Readonly<Record<string, string>> = {
  ENOENT: 'run.launch.missing',
  EACCES: 'run.launch.denied',
  EPERM: 'run.launch.denied',
  ENOSPC: 'run.launch.disk-full',
  EDQUOT: 'run.launch.disk-full',
  EROFS: 'run.launch.read-only',
  ENOTDIR: 'run.launch.no-folder',
  EEXIST: 'run.launch.no-folder',
  ENOEXEC: 'run.launch.not-executable',
};

/** The system's refusal as a sentence about the path in question; what is no refusal of the system stays as it is. */
export function launchError(error: unknown, path: string): unknown {
  const id = sentences[errorCode(error) ?? ''];
  return id === undefined ? error : new HumanError(id, { path: errorPath(error) ?? path }, { cause: error });
}

/** The system's code of an error, such as ENOENT. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** Where something was copied to counts before where it came from: that is what was refused. */
function errorPath(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('dest' in error && typeof error.dest === 'string') return error.dest;
  return 'path' in error && typeof error.path === 'string' ? error.path : undefined;
}
