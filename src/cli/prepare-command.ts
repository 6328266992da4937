import { access, constants } from 'node:fs/promises';
import path from 'node:path';
import { formatMessage } from '../core/text/format-message.ts';
import type { PreparingProgress } from '../core/dataset/prepare/preparation.ts';
import { HumanError } from '../core/text/human-error.ts';
import type { Language, Message } from '../core/text/message.ts';
import { fileRefusal } from '../node/dataset/prepare/file-refusal.ts';
import type { SourceFile, Reading } from '../node/dataset/prepare/source-file.ts';
import { isWithin } from '../node/files/is-within.ts';
import {
  stringOption,
  UsageError,
  type CommandArguments,
  type CommandContext,
  type ExitCode,
} from './command.ts';
import { ProgressBar } from './progress-bar.ts';

/** The absolute path of the one file that a command is given. @throws {UsageError} if it is not one, or cannot be opened */
export async function inputFile(
  command: string,
  { positionals }: CommandArguments,
  context: CommandContext,
): Promise<string> {
  const [named, ...more] = positionals;
  if (named === undefined || more.length > 0) throw new UsageError(`${command}: name one file.`);
  return readableFile(named, context);
}

/** The absolute path of a file that is named. @throws {UsageError} if it cannot be opened */
export async function readableFile(named: string, context: CommandContext): Promise<string> {
  const file = path.resolve(context.cwd, named);
  try {
    await access(file, constants.R_OK);
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code !== 'EACCES';
    const id = isMissing ? 'prepare.no-such-file' : 'prepare.no-permission';
    throw new UsageError(formatMessage({ id, args: { path: named } }, context.language), { cause: error });
  }
  return file;
}

/** The absolute path that `--out` names. @throws {UsageError} if it is not given */
export function outputFile(command: string, args: CommandArguments, { cwd }: CommandContext): string {
  const named = stringOption(args, 'out');
  if (named === undefined) throw new UsageError(`${command}: name the new file with --out.`);
  return path.resolve(cwd, named);
}

/** The number that decides what is random, 0 if none is given. @throws {UsageError} */
export function seedOption(command: string, args: CommandArguments): number {
  const text = stringOption(args, 'seed') ?? '0';
  const seed = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(seed)) return seed;
  throw new UsageError(`${command}: --seed is a whole number such as 0, not ${text}.`);
}

/** What is done with all bytes of a file. */
type PreparingPhase = PreparingProgress['phase'];

/** What the readings of a file report to: a bar where there is a terminal. */
export function readingsOf(bar: ProgressBar, { signal, language }: CommandContext) {
  return (phase: PreparingPhase = 'read'): Reading => {
    const name = formatMessage({ id: `prepare.phase.${phase}` }, language);
    const megabytes = (bytes: number): number => Math.ceil(bytes / 1e6);
    return { signal, onProgress: (done, total) => bar.show(`MB ${name}`, megabytes(done), megabytes(total)) };
  };
}

/** Runs what makes new files; its refusals become sentences and exit codes. `output` is named where its folder is missing. */
export async function preparing(
  output: string,
  context: CommandContext,
  work: (bar: ProgressBar) => Promise<ExitCode>,
): Promise<ExitCode> {
  const bar = new ProgressBar(context.note, context.terminal.err);
  try {
    return await work(bar);
  } catch (error) {
    bar.clear();
    if (context.signal.aborted) return stopped(context);
    throw explained(error, output, context);
  } finally {
    bar.clear();
  }
}

function stopped(context: CommandContext): ExitCode {
  context.note(`${formatMessage({ id: 'prepare.stopped' }, context.language)}\n`);
  return 1;
}

/** Faults of the command line, which end it with 2. */
const USAGE: ReadonlySet<string> = new Set([
  'prepare.is-folder',
  'prepare.is-there',
  'prepare.is-input',
  'prepare.is-no-file',
  'prepare.not-json-lines',
  'prepare.same-place',
  'prepare.split.no-such-column',
  'prepare.split.many-strata',
  'prepare.sample.too-few',
]);

function explained(error: unknown, output: string, context: CommandContext): unknown {
  if (error instanceof HumanError) {
    const { id, args = {} } = error.detail;
    const { path: file } = args;
    const shown = typeof file === 'string' ? { ...args, path: shownPath(file, context) } : args;
    if (!USAGE.has(id)) return new HumanError(id, shown, { cause: error });
    return new UsageError(formatMessage({ id, args: shown }, context.language), { cause: error });
  }
  const refusal = fileRefusal(error, output, []);
  if (refusal === null) return error;
  const args = { path: shownPath(output, context) };
  return new UsageError(formatMessage({ id: refusal.detail.id, args }, context.language), { cause: error });
}

/** Relative to the folder of the command if it lies in there, with `/` on every system. */
export function shownPath(file: string, { cwd }: Pick<CommandContext, 'cwd'>): string {
  return (isWithin(file, cwd) ? path.relative(cwd, file) : file).replaceAll(path.sep, '/');
}

/** The part of a report that is the same for all commands that prepare. */
export function reportedSource(source: SourceFile, context: CommandContext) {
  const { bytes, sha256, rows, blankLines } = source;
  return { path: shownPath(source.path, context), bytes, sha256, rows, blankLines };
}

/** Notes in words. */
export function sentences(notes: readonly Message[], language: Language): string[] {
  return notes.map((note) => formatMessage(note, language));
}
