import { randomInt } from 'node:crypto';
import { formatMessage } from '../core/text/format-message.ts';
import type { Message } from '../core/text/message.ts';
import type { Plan } from '../core/recipe/plan.ts';
import { recipeName } from '../core/recipe/recipe-name.ts';
import { speakPlan } from '../core/recipe/speak-plan.ts';
import { runId } from '../core/run/run-id.ts';
import type { LaunchFacts } from '../node/recipe/planned-run.ts';
import { launchRequest, type LaunchRequest } from '../node/run/launch-request.ts';
import { LocalLauncher } from '../node/run/local-launcher.ts';
import { RunReader, type RunStatus } from '../node/run/run-reader.ts';
import {
  flag,
  UsageError,
  type Command,
  type CommandArguments,
  type CommandContext,
  type ExitCode,
} from './command.ts';
import { followTraining } from './follow-training.ts';
import { launchJob } from './launch-job.ts';
import { planRecipe, type CommandPlan } from './plan-recipe.ts';
import { runsDocument } from './run-lines.ts';
import { whereHelp, whereOf, whereOptions } from './where.ts';

export const trainCommand: Command = {
  name: 'train',
  summary: 'train by a recipe on this computer or on HF Jobs, and follow the run',
  help: `Usage: tuning-fork train RECIPE [--on local|jobs] [--flavor NAME] [--timeout TIME] [--detach] [--trust]

Starts what tuning-fork plan RECIPE prints, and follows it: a line for each log on standard error, the run's end on standard output.
The run does not depend on this command. Ctrl+C asks whether to detach or to stop; without a terminal it detaches.

${whereHelp}
  --detach                 print the run's id and return at once
  --trust                  agree to what the plan wants agreed to, such as code from the model's folder
  --format pretty|json

A job goes on when this command ends, and is paid until it ends: tuning-fork runs stop ends it.

Exit 0 if the run completed or goes on without this command, 1 if it failed, was stopped or could not start.

Example: tuning-fork train recipe.sft.yaml --python .venv/bin/python
`,
  options: {
    ...whereOptions,
    detach: { type: 'boolean' },
    trust: { type: 'boolean' },
    'try-one-step': { type: 'boolean' },
  },
  formats: ['pretty', 'json'],
  planned: ['try-one-step'],
  async run(args, context) {
    const recipePath = recipeOf(args);
    const id = runId(new Date(), recipeName(recipePath), randomInt(0x10000));
    const planned = await planRecipe(recipePath, whereOf('train', args), id, context);
    const { plan, launch } = planned;
    if (launch === null || !plan.ok) {
      context.note(stoppingLines(plan, context));
      return 1;
    }
    if (launch.confirm.length > 0 && !flag(args, 'trust')) {
      throw new UsageError({ id: 'run.trust', args: { what: launch.confirm.join(', ') } });
    }
    if (context.signal.aborted) return 1;
    return train(planned, launch, args, context);
  },
};

/** @throws {UsageError} unless the arguments name one recipe. */
function recipeOf(args: CommandArguments): string {
  const [recipePath, ...more] = args.positionals;
  if (recipePath === undefined || more.length > 0) throw new UsageError({ id: 'cli.train.one-recipe' });
  return recipePath;
}

function stoppingLines(plan: Plan, { language }: CommandContext): string {
  const errors = speakPlan(plan, language).lines.filter((line) => line.severity === 'error');
  return errors
    .map(({ what, value, todo }) => `${what}: ${value}${todo === null ? '' : ` ${todo}`}\n`)
    .join('');
}

async function train(
  { job, connection }: CommandPlan,
  facts: LaunchFacts,
  args: CommandArguments,
  context: CommandContext,
): Promise<ExitCode> {
  const request = launchRequest(facts, context.env);
  const directory =
    job === null || connection === null
      ? await launchHere(request, context)
      : await launchJob({ run: request, job, connection }, context);
  const json = args.values['format'] === 'json';
  if (flag(args, 'detach')) {
    const { summary } = await new RunReader(directory).look();
    await context.out(json ? runsDocument([summary]) : `${summary.id}\n`);
    return 0;
  }
  const status = await followTraining(directory, context);
  await context.out(json ? runsDocument([status.summary]) : endLine(status, context));
  return status.summary.state === 'completed' || status.summary.state === 'running' ? 0 : 1;
}

async function launchHere(request: LaunchRequest, { places }: CommandContext): Promise<string> {
  const handle = await new LocalLauncher(places).launch(request);
  handle.dispose();
  return handle.directory;
}

/** The run's end in a sentence; its id where it goes on without us. */
function endLine({ summary, outcome }: RunStatus, context: CommandContext): string {
  return `${outcome === null ? summary.id : say(outcome, context)}\n`;
}

function say(message: Message, context: CommandContext): string {
  return formatMessage(message, context.language);
}
