import { HumanError } from '../../../core/text/human-error.ts';
import { errorCode } from '../../files/error-code.ts';

const OF_OUTPUT: Readonly<Record<string, string>> = {
  ENOENT: 'prepare.no-such-folder',
  ENOTDIR: 'prepare.no-such-folder',
  EACCES: 'prepare.no-permission',
  EPERM: 'prepare.no-permission',
  EROFS: 'prepare.no-permission',
};

/**
 * What the file system refused when files were opened, as a sentence; null if it is something else that went wrong.
 * @param output the file that was to be made
 */
export function fileRefusal(error: unknown, output: string, inputs: readonly string[]): HumanError | null {
  const code = errorCode(error);
  if (code === undefined || !(error instanceof Error)) return null;
  const file = 'path' in error ? error.path : undefined;
  const input = inputs.find((each) => each === file);
  if (input !== undefined && code === 'ENOENT')
    return new HumanError('prepare.no-such-file', { path: input }, { cause: error });
  const id = OF_OUTPUT[code];
  if (id !== undefined) return new HumanError(id, { path: input ?? output }, { cause: error });
  return null;
}
