import { formatError, formatMessage } from '../core/text/format-message.ts';
import { HumanError } from '../core/text/human-error.ts';
import type { Message } from '../core/text/message.ts';
import type { Plan } from '../core/recipe/plan.ts';
import { speakPlan } from '../core/recipe/speak-plan.ts';
import { buildPlan } from '../node/recipe/build-plan.ts';
import type { LaunchFacts, PlannedRun } from '../node/recipe/planned-run.ts';
import { launchRequest } from '../node/run/launch-request.ts';
import { LocalLauncher } from '../node/run/local-launcher.ts';
import { RunReader, type RunStatus } from '../node/run/run-reader.ts';
import {
  flag,
  stringOption,
  UsageError,
  type Command,
  type CommandArguments,
  type CommandContext,
  type ExitCode,
} from './command.ts';
import { followTraining } from './follow-training.ts';
import { commandInterpreter } from './named-interpreter.ts';
import { runsDocument } from './run-lines.ts';

export const trainCommand: Command = {
  name: 'train',
  summary: 'train by a recipe on this computer, and follow the run',
  help: `Usage: tuning-fork train RECIPE [--on local] [--detach] [--trust]

Starts what tuning-fork plan RECIPE prints, and follows it: a line for each log on standard error, the run's end on standard output.
The run does not depend on this command. Ctrl+C asks whether to detach or to stop; without a terminal it detaches.

  --on local  on this computer (the default)
  --detach    print the run's id and return at once
  --trust     agree to what the plan wants agreed to, such as code from the model's folder
  --format pretty|json

Exit 0 if the run completed or goes on without this command, 1 if it failed, was stopped or could not start.

Example: tuning-fork train recipe.sft.yaml --python .venv/bin/python
`,
  options: {
    on: { type: 'string' },
    detach: { type: 'boolean' },
    trust: { type: 'boolean' },
    flavor: { type: 'string' },
    timeout: { type: 'string' },
    'try-one-step': { type: 'boolean' },
  },
  formats: ['pretty', 'json'],
  planned: ['flavor', 'timeout', 'try-one-step'],
  async run(args, context) {
    const recipePath = recipeOf(args);
    const { plan, launch } = await planned(recipePath, context);
    if (launch === null || !plan.ok) {
      context.note(stoppingLines(plan, context));
      return 1;
    }
    if (launch.confirm.length > 0 && !flag(args, 'trust')) {
      throw new UsageError(say({ id: 'run.trust', args: { what: launch.confirm.join(', ') } }, context));
    }
    if (context.signal.aborted) return 1;
    return train(launch, args, context);
  },
};

/** @throws {UsageError} unless the arguments name one recipe and this computer. */
function recipeOf(args: CommandArguments): string {
  const [recipePath, ...more] = args.positionals;
  if (recipePath === undefined || more.length > 0) throw new UsageError('train: name one recipe.');
  const on = stringOption(args, 'on') ?? 'local';
  if (on === 'jobs') throw new UsageError('train: --on jobs does not work yet in this version.');
  if (on !== 'local') throw new UsageError(`train: --on is local, not ${on}.`);
  return recipePath;
}

async function planned(recipePath: string, context: CommandContext): Promise<PlannedRun> {
  const { cwd, env } = context;
  const found = await commandInterpreter(context).catch((error: unknown) => {
    if (error instanceof HumanError) return error.detail;
    throw error;
  });
  const [python, pythonFault] = 'path' in found ? [found, null] : [null, found];
  try {
    return await buildPlan({ recipePath, cwd, python, pythonFault, env });
  } catch (error) {
    // Only the recipe's own path is refused so: it stands on the command line (CLI.md, exit 2).
    if (error instanceof HumanError)
      throw new UsageError(formatError(error, context.language), { cause: error });
    throw error;
  }
}

function stoppingLines(plan: Plan, { language }: CommandContext): string {
  const errors = speakPlan(plan, language).lines.filter((line) => line.severity === 'error');
  return errors
    .map(({ what, value, todo }) => `${what}: ${value}${todo === null ? '' : ` ${todo}`}\n`)
    .join('');
}

async function train(facts: LaunchFacts, args: CommandArguments, context: CommandContext): Promise<ExitCode> {
  const handle = await new LocalLauncher(context.places).launch(launchRequest(facts, context.env));
  const json = args.values['format'] === 'json';
  try {
    if (flag(args, 'detach')) {
      const { summary } = await new RunReader(handle.directory).look();
      await context.out(json ? runsDocument([summary]) : `${handle.id}\n`);
      return 0;
    }
    const status = await followTraining(handle, context);
    await context.out(json ? runsDocument([status.summary]) : endLine(status, context));
    return status.summary.state === 'completed' || status.summary.state === 'running' ? 0 : 1;
  } finally {
    handle.dispose();
  }
}

/** The run's end in a sentence; its id where it goes on without us. */
function endLine({ summary, outcome }: RunStatus, context: CommandContext): string {
  return `${outcome === null ? summary.id : say(outcome, context)}\n`;
}

function say(message: Message, context: CommandContext): string {
  return formatMessage(message, context.language);
}
