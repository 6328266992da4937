import path from 'node:path';
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import type { Language } from '../core/text/message.ts';
import { UsageError, type Command, type CommandArguments } from './command.ts';

const commonOptions = {
  format: { type: 'string' },
  lang: { type: 'string' },
  python: { type: 'string' },
  cwd: { type: 'string' },
  now: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsOptionsConfig;

/** The command line of one command, checked. */
export interface CommandLine {
  readonly args: CommandArguments;
  readonly format: string;
  readonly language: Language | null;
  readonly python: string | null;
  readonly cwd: string;
  readonly now: string | null;
  readonly help: boolean;
}

/** @throws {UsageError} on an option that the command does not have or that does not work yet, or on a bad value of a common one. */
export function parseCommandLine(
  command: Command,
  argv: readonly string[],
  workingDirectory: string,
): CommandLine {
  refusePlanned(command, argv);
  const { values, positionals } = parse(command, argv);
  const cwd = path.resolve(workingDirectory, text(values, 'cwd') ?? '.');
  const format = text(values, 'format') ?? command.formats[0] ?? 'pretty';
  if (values['help'] !== true && !command.formats.includes(format)) {
    const args = { command: command.name, known: command.formats.join(', '), value: format };
    throw new UsageError({ id: 'cli.bad-format', args });
  }
  return {
    args: { values: { ...values, format }, positionals },
    format,
    language: parseLanguage(text(values, 'lang')),
    python: text(values, 'python') ?? null,
    cwd,
    now: parseClock(text(values, 'now')),
    help: values['help'] === true,
  };
}

function refusePlanned(command: Command, argv: readonly string[]): void {
  for (const name of command.planned ?? []) {
    if (argv.some((each) => each === `--${name}` || each.startsWith(`--${name}=`))) {
      throw new UsageError({ id: 'cli.planned-option', args: { command: command.name, option: name } });
    }
  }
}

function parse(command: Command, argv: readonly string[]): CommandArguments {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: { ...commonOptions, ...command.options },
      allowPositionals: true,
    });
    return { values, positionals };
  } catch (error) {
    const cause = error instanceof Error ? error.message.split(/[.\n]/, 1)[0] : String(error);
    const args = { command: command.name, cause: cause ?? '' };
    throw new UsageError({ id: 'cli.bad-option', args }, { cause: error });
  }
}

function text(values: CommandArguments['values'], name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

function parseLanguage(value: string | undefined): Language | null {
  if (value === undefined) return null;
  if (value === 'en' || value === 'ko') return value;
  throw new UsageError({ id: 'cli.bad-language', args: { value } });
}

/** Local wall time to the second, such as 2026-11-24T09:30:00. */
function parseClock(value: string | undefined): string | null {
  if (value === undefined) return null;
  const valid = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(value) && !Number.isNaN(Date.parse(`${value}Z`));
  if (!valid) throw new UsageError({ id: 'cli.bad-time', args: { value } });
  return value.length === 16 ? `${value}:00` : value;
}
