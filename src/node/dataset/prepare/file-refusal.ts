import { HumanError } from '../../../core/text/human-error.ts';

const OF_OUTPUT: Readonly<Record<string, string>> = {
  ENOENT: 'prepare.no-such-folder',
  ENOTDIR: 'prepare.no-such-folder',
  EACCES: 'prepare.no-permission',
  EPERM: 'prepare.no-permission',
  EROFS: 'prepare.no-permission',
};

/** What the file system refused, as a sentence; null if it is something else that went wrong. @param output the file that was to be made */
export function fileRefusal(error: unknown, output: string, inputs: readonly string[]): HumanError | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  const code = String(error.code);
  const input = 'path' in error ? inputs.find((each) => each === error.path) : undefined;
  if (input !== undefined && code === 'ENOENT')
    return new HumanError('prepare.no-such-file', { path: input }, { cause: error });
  const id = OF_OUTPUT[code];
  return id === undefined ? null : new HumanError(id, { path: input ?? output }, { cause: error });
}
