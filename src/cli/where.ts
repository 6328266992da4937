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
      throw new UsageError({ id: 'cli.where.belongs-to-jobs', args: { command } });
    return { on };
  }
  if (on !== 'jobs') throw new UsageError({ id: 'cli.where.bad-on', args: { command, value: on } });
  if (timeout === undefined) return { on, choice: { flavor, timeoutSeconds: null } };
  const seconds = timeoutSeconds(timeout);
  if (seconds === null)
    throw new UsageError({ id: 'cli.where.bad-timeout', args: { command, value: timeout } });
  return { on, choice: { flavor, timeoutSeconds: seconds } };
}
