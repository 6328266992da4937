import type { ParseArgsOptionsConfig } from 'node:util';
import type { Language, Message } from '../core/text/message.ts';
import type { Places } from '../node/places.ts';

/** 0 fine; 1 the thing checked has errors or the run failed; 2 wrong usage, no such path, no permission. */
export type ExitCode = 0 | 1 | 2;

/** What a command may touch of the process that it runs in. */
export interface CommandContext {
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Writes data to standard output and waits while the reader is slow. */
  readonly out: (text: string) => Promise<void>;
  /** Writes progress and notes to standard error. */
  readonly note: (text: string) => void;
  readonly env: NodeJS.ProcessEnv;
  /** Folder that relative paths and `.tuning-fork/` belong to, absolute. */
  readonly cwd: string;
  /** Language of sentences on the terminal. */
  readonly language: Language;
  /** Language inside JSON: English unless `--lang` was given. */
  readonly jsonLanguage: Language;
  /** Local wall time `2026-11-24T09:30:00` that templates see. */
  readonly now: string;
  /** `--now` was given: commands with a fixed default of their own keep it otherwise. */
  readonly nowGiven: boolean;
  /** Interpreter named by `--python` or TUNING_FORK_PYTHON; null if none is named. */
  readonly python: string | null;
  readonly terminal: {
    readonly out: boolean;
    readonly err: boolean;
    readonly in: boolean;
    readonly color: boolean;
  };
  readonly places: Places;
  /** Of this program. */
  readonly version: string;
  /** Aborted by the first Ctrl+C or SIGTERM: to be asked for by commands that have something to tidy up alone (`Interruption`). */
  readonly signal: AbortSignal;
}

export interface CommandArguments {
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
  readonly positionals: readonly string[];
}

/** One command of the CLI. Wrong usage is thrown as a UsageError. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** The text of `--help`: usage, options, an example. */
  readonly help: string;
  /** Options besides the common ones (`--format --lang --python --cwd --now --help`). */
  readonly options: ParseArgsOptionsConfig;
  /** Values of `--format` that the command knows; the first is the default. */
  readonly formats: readonly string[];
  /** Options whose names are kept for what does not work yet: named, they end the command with exit 2 and a sentence that says so. */
  readonly planned?: readonly string[];
  run(args: CommandArguments, context: CommandContext): Promise<ExitCode>;
}

/** Wrong usage or a path that is not there: exit 2 with one sentence. */
export class UsageError extends Error {
  readonly detail: Message;

  constructor(detail: Message, options?: ErrorOptions) {
    super(`${detail.id} ${JSON.stringify(detail.args ?? {})}`, options);
    this.name = 'UsageError';
    this.detail = detail;
  }
}

/** The value of a string option, or undefined. */
export function stringOption(args: CommandArguments, name: string): string | undefined {
  const value = args.values[name];
  return typeof value === 'string' ? value : undefined;
}

/** All values of a repeatable string option. */
export function stringOptions(args: CommandArguments, name: string): string[] {
  const value = args.values[name];
  if (Array.isArray(value)) return value.filter((each) => typeof each === 'string');
  return typeof value === 'string' ? [value] : [];
}

/** Whether the command is to print one JSON document. */
export function wantsJson(args: CommandArguments): boolean {
  return args.values['format'] === 'json';
}

/** Whether a flag was given. */
export function flag(args: CommandArguments, name: string): boolean {
  return args.values[name] === true;
}
