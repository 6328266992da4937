import { HumanError } from '../../core/text/human-error.ts';
import { errorCode } from './error-code.ts';

/** The file system refused a file that was to be written; nothing of it is left behind. */
export class NotWritten extends HumanError {
  /** Why, as the system calls it, such as ENOSPC. */
  readonly code: string;

  /** @param path of the new file */
  constructor(path: string, code: string, options?: ErrorOptions) {
    super('prepare.not-written', { path, reason: code }, options);
    this.code = code;
  }
}

/** What the file system refused while a new file was written, as a sentence. @param path of the new file */
export function notWritten(path: string, error: unknown): NotWritten {
  return new NotWritten(path, errorCode(error) ?? String(error), { cause: error });
}
