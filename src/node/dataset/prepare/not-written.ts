import { HumanError } from '../../../core/text/human-error.ts';

/** What the file system refused while a new file was written, as a sentence. @param path of the new file */
export function notWritten(path: string, error: unknown): HumanError {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return new HumanError('prepare.not-written', { path, reason }, { cause: error });
}
