import { formatMessage, formatError } from '../core/text/format-message.ts';
import { HumanError } from '../core/text/human-error.ts';
import { followRun } from '../node/run/follow-run.ts';
import { OutputLog } from '../node/run/output-log.ts';
import { RunReader, type RunStatus } from '../node/run/run-reader.ts';
import { RunStore } from '../node/run/run-store.ts';
import { catchUp } from '../node/run/keep-following.ts';
import { isFollowable } from '../node/run/run-liveness.ts';
import { connectHub } from '../node/hub/connect-hub.ts';
import { endRun } from '../node/run/end-run.ts';
import { fetchResult } from '../node/run/fetch-result.ts';
import { asUsage } from './as-usage.ts';
import {
  flag,
  UsageError,
  type Command,
  type CommandArguments,
  type CommandContext,
  type ExitCode,
} from './command.ts';
import { bringInJob } from './bring-in-job.ts';
import { ProgressBar } from './progress-bar.ts';
import { runDescription, runsDocument, runTable } from './run-lines.ts';

const planned = new Set(['resume', 'rows', 'export']);

export const runsCommand: Command = {
  name: 'runs',
  summary: 'the runs of this folder: list, show, logs, stop, fetch',
  help: `Usage: tuning-fork runs [list | show ID | logs ID [-f] | stop ID | fetch ID]

The runs of a folder (--cwd), from their directories in .tuning-fork/runs. The beginning of an ID is enough if only one fits.

  list       all runs, newest first
  show ID    one run: state, step, losses, output folder, how it ended
  logs ID    its output, with secrets hidden; -f, --follow goes on until the run ends
  stop ID    ends the run and all its processes, or its job
  fetch ID   brings the result of a run on HF Jobs into its output folder

Of runs on HF Jobs the Hub is asked how they stand (HF_TOKEN or hf auth login).

  --format pretty|json

Example: tuning-fork runs stop 20261124-0930
`,
  options: { follow: { type: 'boolean', short: 'f' }, step: { type: 'string' }, csv: { type: 'string' } },
  formats: ['pretty', 'json'],
  planned: ['step', 'csv'],
  async run(args, context) {
    const [action = 'list', id, ...more] = args.positionals;
    if (planned.has(action))
      throw new UsageError({ id: 'cli.planned-action', args: { command: 'runs', action } });
    const act = actions[action];
    if (act === undefined) throw new UsageError({ id: 'cli.runs.no-such-action', args: { action } });
    if (more.length > 0 || (action === 'list') !== (id === undefined)) throw misuse(action);
    const store = new RunStore(context.cwd);
    const directory = id === undefined ? '' : await asUsage(store.find(id));
    return act({ store, directory, args, context });
  },
};

interface Request {
  readonly store: RunStore;
  /** The run's directory; empty for `list`. */
  readonly directory: string;
  readonly args: CommandArguments;
  readonly context: CommandContext;
}

const actions: Readonly<Record<string, (request: Request) => Promise<ExitCode>>> = {
  list,
  show,
  logs,
  stop,
  fetch,
};

async function list({ store, args, context }: Request): Promise<ExitCode> {
  const open = (await store.list()).filter(({ record }) => isFollowable(record));
  const directories = await Promise.all(open.map(({ record }) => store.find(record.id)));
  await Promise.all(directories.map((directory) => bringUpToDate(directory, context)));
  const runs = (await store.list()).map((status) => status.summary);
  const json = args.values['format'] === 'json';
  if (!json && runs.length === 0) {
    context.note(`${formatMessage({ id: 'run.none', args: { folder: context.cwd } }, context.language)}\n`);
    return 0;
  }
  await context.out(json ? runsDocument(runs) : runTable(runs));
  return 0;
}

async function show(request: Request): Promise<ExitCode> {
  await bringUpToDate(request.directory, request.context);
  await print(await new RunReader(request.directory).look(), request);
  return 0;
}

async function stop(request: Request): Promise<ExitCode> {
  await print(await endRun(request.directory, () => connectHub(request.context.env)), request);
  return 0;
}

async function fetch({ directory, args, context }: Request): Promise<ExitCode> {
  const bar = new ProgressBar(context.note, context.terminal.err);
  const name = formatMessage({ id: 'cli.progress.downloading' }, context.language);
  const folder = await fetchResult(directory, () => connectHub(context.env), {
    signal: context.signal,
    onProgress: (done, total) => bar.show(name, done, total),
  }).finally(() => bar.clear());
  const json = args.values['format'] === 'json';
  const said = formatMessage({ id: 'run.jobs.fetched', args: { folder } }, context.language);
  await context.out(json ? `${JSON.stringify({ version: 1, folder })}\n` : `${said}\n`);
  return 0;
}

/** What a job says at this moment, unless somebody follows it; that the Hub cannot be asked is no reason to show nothing. */
async function bringUpToDate(directory: string, { env, language, note }: CommandContext): Promise<void> {
  try {
    await catchUp(directory, () => connectHub(env));
  } catch (error) {
    if (!(error instanceof HumanError)) throw error;
    note(`${formatError(error, language)}\n`);
  }
}

async function logs({ directory, args, context }: Request): Promise<ExitCode> {
  await bringUpToDate(directory, context);
  const log = new OutputLog(directory);
  if (args.values['format'] === 'json') {
    let text = '';
    for await (const piece of log.read(true)) text += piece;
    await context.out(`${JSON.stringify({ version: 1, log: text })}\n`);
    return 0;
  }
  const { summary } = await new RunReader(directory).look();
  const follow = flag(args, 'follow') && summary.state === 'running';
  await copy(log, !follow, context);
  if (follow) await copyUntilEnd(directory, log, context);
  return 0;
}

/** Copies what comes until the run ends or Ctrl+C; one copy at a time, in order. */
async function copyUntilEnd(directory: string, log: OutputLog, context: CommandContext): Promise<void> {
  let copying: Promise<void> = Promise.resolve();
  const followed = followRun(directory, () => {
    copying = copying.then(() => copy(log, false, context));
  });
  const bringing = bringInJob(directory, context);
  const letGo = (): void => followed.dispose();
  context.signal.addEventListener('abort', letGo, { once: true });
  try {
    if (context.signal.aborted) letGo();
    await Promise.race([followed.ended, bringing.failed]);
  } finally {
    followed.dispose();
    context.signal.removeEventListener('abort', letGo);
    await bringing.end();
  }
  await copying;
  await copy(log, true, context);
}

async function copy(log: OutputLog, last: boolean, context: CommandContext): Promise<void> {
  for await (const text of log.read(last)) await context.out(text);
}

async function print(status: RunStatus, { args, context }: Request): Promise<void> {
  const json = args.values['format'] === 'json';
  await context.out(json ? runsDocument([status.summary]) : runDescription(status, context.language));
}

function misuse(action: string): UsageError {
  return new UsageError(
    action === 'list' ? { id: 'cli.runs.list-alone' } : { id: 'cli.runs.one-run', args: { action } },
  );
}
