import { timeoutSeconds, type JobChoice } from '../core/recipe/job-choice.ts';
import { stringOption, UsageError, type CommandArguments } from './command.ts';

/** Where a recipe is to run. */
export type Where = { readonly on: 'local' } | { readonly on: 'jobs'; readonly choice: JobChoice };

/** The options of `plan` and `train` that say where. */
export const whereOptions = {
  on: { type: 'string' },
  flavor: { type: 'string' },
  timeout: { type: 'string' },
} as const;

export const whereHelp = `  --on local|jobs          on this computer (the default), or on HF Jobs
  --flavor NAME            hardware of the job, as hf jobs hardware lists it
  --timeout TIME           when the job is ended at the latest: 90m, 2h, 1d (2h by default)`;

/** @throws {UsageError} if the options contradict each other or cannot be read */
export function whereOf(command: string, args: CommandArguments): Where {
  const on = stringOption(args, 'on') ?? 'local';
  const flavor = stringOption(args, 'flavor') ?? null;
  const timeout = stringOption(args, 'timeout');
  if (on === 'local') {
    if (flavor !== null || timeout !== undefined)
      throw new UsageError(`${command}: --flavor and --timeout belong to --on jobs.`);
    return { on };
  }
  if (on !== 'jobs') throw new UsageError(`${command}: --on is local or jobs, not ${on}.`);
  if (timeout === undefined) return { on, choice: { flavor, timeoutSeconds: null } };
  const seconds = timeoutSeconds(timeout);
  if (seconds === null)
    throw new UsageError(`${command}: --timeout is a time with its unit, such as 90m or 2h, not ${timeout}.`);
  return { on, choice: { flavor, timeoutSeconds: seconds } };
}
