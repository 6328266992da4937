import { defaultTimeoutSeconds, timeoutText, type JobChoice } from './job-choice.ts';
import { shellQuote } from './shell-quote.ts';

/** The line of our own command line that trains a recipe on HF Jobs, for a POSIX shell. */
export function trainOnJobsLine(path: string, { flavor, timeoutSeconds }: JobChoice): string {
  return [
    'tuning-fork train',
    shellQuote(path),
    '--on jobs',
    ...(flavor === null ? [] : [`--flavor ${shellQuote(flavor)}`]),
    `--timeout ${timeoutText(timeoutSeconds ?? defaultTimeoutSeconds)}`,
  ].join(' ');
}
