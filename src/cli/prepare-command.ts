import path from 'node:path';
import type { PreparingProgress } from '../core/dataset/prepare/preparation.ts';
import { readSeed } from '../core/dataset/prepare/read-amount.ts';
import { formatMessage } from '../core/text/format-message.ts';
import { HumanError } from '../core/text/human-error.ts';
import { fileRefusal } from '../node/dataset/prepare/file-refusal.ts';
import type { SourceFile, Reading } from '../node/dataset/prepare/source-file.ts';
import {
  stringOption,
  UsageError,
  type CommandArguments,
  type CommandContext,
  type ExitCode,
} from './command.ts';
import { ProgressBar } from './progress-bar.ts';
import { shownPath } from './shown-path.ts';
import { stopped } from './stopped.ts';

/** The absolute path that `--out` names. @throws {UsageError} if it is not given */
export function outputFile(command: string, args: CommandArguments, { cwd }: CommandContext): string {
  const named = stringOption(args, 'out');
  if (named === undefined) throw new UsageError({ id: 'cli.out-missing', args: { command } });
  return path.resolve(cwd, named);
}

/** The number that decides what is random, 0 if none is given. @throws {UsageError} */
export function seedOption(command: string, args: CommandArguments): number {
  const value = stringOption(args, 'seed') ?? '0';
  const seed = readSeed(value);
  if (seed === null) throw new UsageError({ id: 'cli.bad-seed', args: { command, value } });
  return seed;
}

/** What the readings of a file report to: a bar where there is a terminal. */
export function readingsOf(bar: ProgressBar, { signal, language }: CommandContext) {
  return (phase: PreparingProgress['phase']): Reading => {
    const name = formatMessage({ id: `prepare.phase.${phase}` }, language);
    return { signal, onProgress: (done, total) => bar.showBytes(name, done, total) };
  };
}

/** Files that a preparation reads, and the one whose folder may be missing; all absolute. */
interface PreparedPlaces {
  readonly inputs: readonly string[];
  readonly output: string;
}

/** Makes new files and prints what came of it; what refuses it becomes a sentence and an exit code. */
export async function preparing<T>(
  places: PreparedPlaces,
  context: CommandContext,
  work: (bar: ProgressBar) => Promise<T>,
  print: (done: T) => Promise<void>,
): Promise<ExitCode> {
  const bar = new ProgressBar(context.note, context.terminal.err);
  let done: T;
  try {
    done = await work(bar);
  } catch (error) {
    bar.clear();
    if (context.signal.aborted) return stopped(context);
    throw explained(error, places, context);
  }
  bar.clear();
  await print(done);
  return 0;
}

/** Faults of the command line, which end it with 2. */
const USAGE: ReadonlySet<string> = new Set([
  'prepare.is-folder',
  'prepare.no-regular-file',
  'prepare.is-there',
  'prepare.is-input',
  'prepare.is-no-file',
  'prepare.not-json-lines',
  'prepare.same-place',
  'prepare.split.no-such-column',
  'prepare.split.many-strata',
  'prepare.sample.too-few',
]);

function explained(error: unknown, { inputs, output }: PreparedPlaces, context: CommandContext): unknown {
  const refusal = error instanceof HumanError ? error : fileRefusal(error, output, inputs);
  if (refusal === null) return error;
  const { id, args = {} } = refusal.detail;
  const { path: file } = args;
  const shown = typeof file === 'string' ? { ...args, path: shownPath(file, context) } : args;
  const isUsage = refusal !== error || USAGE.has(id);
  return isUsage
    ? new UsageError({ id, args: shown }, { cause: error })
    : new HumanError(id, shown, { cause: error });
}

/** The part of a report that is the same for all commands that prepare. */
export function reportedSource(source: SourceFile, context: CommandContext) {
  const { bytes, sha256, rows, blankLines } = source;
  return { path: shownPath(source.path, context), bytes, sha256, rows, blankLines };
}
