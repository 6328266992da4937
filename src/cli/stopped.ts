import { formatMessage } from '../core/text/format-message.ts';
import type { CommandContext, ExitCode } from './command.ts';

/** The end of a command that makes files and was given up before it wrote any. */
export function stopped({ note, language }: CommandContext): ExitCode {
  note(`${formatMessage({ id: 'prepare.stopped' }, language)}\n`);
  return 1;
}
