import fs from 'node:fs';
import { comparePanelWords } from '../core/compare/panel-words.ts';
import { lintMessages } from '../core/dataset/lint-messages.ts';
import { prepareMessages } from '../core/dataset/prepare/messages.ts';
import { reportMessages } from '../core/dataset/report/messages.ts';
import { uploadMessages } from '../core/hub/upload-messages.ts';
import { addSentences } from '../core/text/catalogue.ts';
import { formatError, formatMessage } from '../core/text/format-message.ts';
import { HumanError } from '../core/text/human-error.ts';
import { localTime } from '../core/text/local-time.ts';
import type { Language, Message } from '../core/text/message.ts';
import type { Places } from '../node/places.ts';
import { UsageError, type Command, type CommandContext, type ExitCode } from './command.ts';
import { parseCommandLine, type CommandLine } from './command-line.ts';
import { commands, plannedCommands } from './commands.ts';
import { generalHelp } from './general-help.ts';
import { cliMessages } from './messages.ts';

// What commands of the command line alone have to say.
addSentences(cliMessages, comparePanelWords, lintMessages, prepareMessages, reportMessages, uploadMessages);

/** The process that the CLI runs in, so that a test can stand in for it. */
export interface CliProcess {
  readonly argv: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly out: (text: string) => Promise<void>;
  readonly note: (text: string) => void;
  readonly terminal: { readonly out: boolean; readonly err: boolean; readonly in: boolean };
  readonly signal: AbortSignal;
  readonly version: string;
  readonly places: Places;
}

/** Runs one command line to its exit code. What was wrong with its use comes as one sentence on standard error. */
export async function runCli(process: CliProcess): Promise<ExitCode> {
  const [name, ...rest] = process.argv;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    await process.out(generalHelp());
    return name === undefined ? 2 : 0;
  }
  if (name === '--version') {
    await process.out(`${process.version}\n`);
    return 0;
  }
  try {
    return await runCommand(findCommand(name), rest, process);
  } catch (error) {
    return explain(error, process);
  }
}

function findCommand(name: string): Command {
  if (plannedCommands.has(name)) throw new UsageError({ id: 'cli.planned-command', args: { command: name } });
  const command = commands.find((each) => each.name === name);
  if (command === undefined) throw new UsageError({ id: 'cli.no-such-command', args: { command: name } });
  return command;
}

async function runCommand(command: Command, argv: readonly string[], process: CliProcess): Promise<ExitCode> {
  const line = parseCommandLine(command, argv, process.cwd);
  if (line.help) {
    await process.out(`${command.help.trimEnd()}\n`);
    return 0;
  }
  if (!isDirectory(line.cwd)) throw new UsageError({ id: 'cli.no-such-folder', args: { folder: line.cwd } });
  return command.run(line.args, context(line, process));
}

function context(line: CommandLine, process: CliProcess): CommandContext {
  const noColor = (process.env['NO_COLOR'] ?? '') !== '';
  return {
    stdin: process.stdin,
    out: process.out,
    note: process.note,
    env: process.env,
    cwd: line.cwd,
    language: line.language ?? languageOf(process.env),
    jsonLanguage: line.language ?? 'en',
    now: line.now ?? localTime(new Date()),
    nowGiven: line.now !== null,
    python: line.python ?? (process.env['TUNING_FORK_PYTHON'] || null),
    terminal: { ...process.terminal, color: process.terminal.out && !noColor },
    places: process.places,
    version: process.version,
    get signal() {
      return process.signal;
    },
  };
}

function explain(error: unknown, process: CliProcess): ExitCode {
  const language = askedLanguage(process.argv) ?? languageOf(process.env);
  process.note(`tuning-fork: ${formatMessage(sentenceOf(error, process), language)}\n`);
  return error instanceof UsageError ? 2 : 1;
}

function sentenceOf(error: unknown, { env }: CliProcess): Message {
  if (error instanceof UsageError || error instanceof HumanError) return error.detail;
  const stack = error instanceof Error && env['TUNING_FORK_DEBUG'] ? error.stack : undefined;
  return { id: 'cli.bug', args: { error: stack ?? formatError(error, 'en') } };
}

/** What `--lang` says, be the rest of the command line right or wrong; the last one counts. */
function askedLanguage(argv: readonly string[]): Language | null {
  const asked = argv.map((each, at) =>
    each === '--lang' ? argv[at + 1] : each.startsWith('--lang=') ? each.slice('--lang='.length) : undefined,
  );
  return asked.findLast((each) => each === 'en' || each === 'ko') ?? null;
}

function languageOf(env: NodeJS.ProcessEnv): Language {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return locale.startsWith('ko') ? 'ko' : 'en';
}

function isDirectory(folder: string): boolean {
  return fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
