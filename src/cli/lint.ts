import path from 'node:path';
import type { LintedFile } from '../core/dataset/findings/finding.ts';
import { datasetFiles } from '../node/dataset/dataset-files.ts';
import { folderRules } from '../core/dataset/folder/folder-rules.ts';
import { fixFile } from '../node/dataset/fix-file.ts';
import { FileSurroundings } from '../node/dataset/file-surroundings.ts';
import { lintWithThreads } from '../node/dataset/segments/lint-with-threads.ts';
import type { KnownBeside } from '../core/dataset/shared-work.ts';
import { errorCode } from '../node/files/error-code.ts';
import { isWithin } from '../node/files/is-within.ts';
import { keepYoungGenerationSmall } from '../node/process/small-young-generation.ts';
import { HumanError } from '../core/text/human-error.ts';
import { formatMessage } from '../core/text/format-message.ts';
import type { MessageArgs } from '../core/text/message.ts';
import {
  stringOption,
  UsageError,
  type Command,
  type CommandArguments,
  type CommandContext,
  type ExitCode,
} from './command.ts';
import { LintConfigurations, type FileChoice } from './lint-configurations.ts';
import { lintPrinter } from './lint-formats.ts';
import { maxWarnings, ruleSettings, threadCount } from './lint-options.ts';
import { addFile, addFindings, noFindings } from './lint-totals.ts';
import { pathRefusal } from './path-refusal.ts';
import { shownPath } from './shown-path.ts';

export const lintCommand: Command = {
  name: 'lint',
  summary: 'check dataset files: what is wrong, where, and what to do',
  help: `Usage: tuning-fork lint [PATH…] [OPTION…]

Checks the dataset files under the paths (default: the current folder): *.jsonl, *.ndjson, *.csv, *.parquet, and *.json that
holds rows. A file that is named is always checked.

  --format pretty|json|jsonl|sarif|github   how findings are printed
  --rule ID=off|info|warning|error          the severity of a rule, may be repeated; see tuning-fork rules
  --deep                                    the slow rules too, which compare rows
  --fix                                     apply the safe fixes; the file as it was stays beside it as .bak
  --out FILE                                with --fix and one file: write the fixed file there instead
  --max-warnings N                          exit 1 if there are more warnings
  --threads N                               threads that share large files (default: 1); the findings are the same

A tuning-fork.yaml beside a file, or in a folder above up to the current one, sets severities and says what is known:

  rules:
    blank-line: off                         --rule wins over it
  ignore:
    - files: archive/**                     path or pattern, relative to tuning-fork.yaml
      rules: near-duplicate                 one or a list; all if left out
      reason: Kept as it was published.
    - files: data/train.jsonl
      rules: exact-duplicate
      row: "9f86…"                          digest of the row's value: Ignore This Finding in This Row… in VS Code writes it
      reason: Counts twice on purpose.      needed for a row

Exit 1 if there are errors.

Example: tuning-fork lint data/train.jsonl --rule blank-line=off --max-warnings 0
`,
  options: {
    rule: { type: 'string', multiple: true },
    deep: { type: 'boolean' },
    fix: { type: 'boolean' },
    out: { type: 'string' },
    'max-warnings': { type: 'string' },
    threads: { type: 'string' },
  },
  formats: ['pretty', 'json', 'jsonl', 'sarif', 'github'],
  planned: ['recipe', 'template', 'tokenizer', 'max-length'],
  run: runLint,
};

async function runLint(args: CommandArguments, context: CommandContext): Promise<ExitCode> {
  keepYoungGenerationSmall();
  const rules = ruleSettings(args);
  const limit = maxWarnings(args);
  const threads = threadCount(args);
  const configurations = new LintConfigurations(context.cwd, { rules, deep: args.values['deep'] === true });
  const named = args.positionals.length === 0 ? ['.'] : args.positionals;
  const files = await findFiles(named, context);
  const fixing = fixOptions(args, files.length, context.cwd);
  const format = String(args.values['format']);
  const printer = lintPrinter(format, context);
  const shown = (file: string): string => shownPath(file, context);
  const surroundings = new FileSurroundings(context.cwd, shown);
  const alone = new Set(named.map((each) => path.resolve(context.cwd, each)));
  const isNamed = (file: string): boolean =>
    named.some((each) => isWithin(file, path.resolve(context.cwd, each)));
  let totals = noFindings;
  await printer.begin();
  for (const file of files) {
    if (fixing !== null && context.signal.aborted) return 1;
    const absolute = path.resolve(context.cwd, file);
    const linted = await configurations.lint(absolute, async (choice) => {
      const whole = { ...choice, ...(await surroundings.of(absolute, choice, !alone.has(absolute))) };
      return fixing === null ? lintOne(file, whole, threads, context) : fixOne(file, whole, fixing, context);
    });
    totals = addFile(totals, linted);
    await printer.file(linted);
  }
  const sidecars = (await surroundings.sidecars()).filter(
    ({ file }) => isNamed(file) && !files.includes(shown(file)),
  );
  const others = [
    ...(await lintSidecars(sidecars, configurations, shown, threads, context)),
    ...configurations.findings(shown, isNamed),
  ];
  for (const linted of others) {
    totals = addFindings(totals, linted);
    await printer.file(linted);
  }
  await printer.end(totals);
  // `pretty` says it in its summary
  if (totals.unlisted > 0 && format !== 'pretty')
    note(context, 'dataset.lint.unlisted', { unlisted: totals.unlisted });
  if (files.length === 0) note(context, 'dataset.lint.no-files', { path: named.join(', ') });
  if (limit !== null && totals.warning > limit) {
    note(context, 'dataset.lint.max-warnings', { warnings: totals.warning, max: limit });
    return 1;
  }
  return totals.error > 0 ? 1 : 0;
}

/** Files that are no datasets and are read as such with their folder. */
async function lintSidecars(
  sidecars: Awaited<ReturnType<FileSurroundings['sidecars']>>,
  configurations: LintConfigurations,
  shown: (file: string) => string,
  threads: number,
  context: CommandContext,
): Promise<LintedFile[]> {
  const linted: LintedFile[] = [];
  for (const { file, place } of sidecars) {
    const one = await configurations.lint(file, (choice) =>
      lintOne(shown(file), { ...choice, folder: place, only: folderRules }, threads, context),
    );
    if (one.findings.length > 0 || one.ignored !== undefined) linted.push(one);
  }
  return linted.toSorted((a, b) => byText(a.path, b.path));
}

/** Files by the paths that they are shown with, each once, in order. */
async function findFiles(named: readonly string[], context: CommandContext): Promise<string[]> {
  const found = new Set<string>();
  for (const each of named) {
    const under = await reading(each, () => datasetFiles(path.resolve(context.cwd, each)));
    for (const file of under) found.add(file);
  }
  return [...found].map((file) => shownPath(file, context)).toSorted(byText);
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function lintOne(
  file: string,
  choice: FileChoice,
  threads: number,
  context: CommandContext,
): Promise<LintedFile> {
  const absolute = path.resolve(context.cwd, file);
  const shared = { count: threads, worker: context.places.segmentWorker };
  return reading(file, () => lintWithThreads(absolute, { ...choice, path: file }, shared));
}

interface FixOptions {
  /** Absolute; null: the file itself is changed. */
  readonly out: string | null;
}

/** @throws {UsageError} on an `--out` that says nothing or would be for several files. */
function fixOptions(args: CommandArguments, files: number, cwd: string): FixOptions | null {
  const out = stringOption(args, 'out');
  if (args.values['fix'] === true && (out === undefined || files === 1))
    return { out: out === undefined ? null : path.resolve(cwd, out) };
  if (out === undefined) return null;
  const id = args.values['fix'] === true ? 'dataset.lint.out-of-many' : 'dataset.lint.out-without-fix';
  throw new UsageError({ id });
}

/** CSV and Parquet have no places that a fix could change: they are linted as they are. */
async function fixOne(
  file: string,
  choice: FileChoice & KnownBeside,
  { out }: FixOptions,
  context: CommandContext,
): Promise<LintedFile> {
  if (/\.(?:csv|parquet)$/i.test(file)) return lintOne(file, choice, 1, context);
  const absolute = path.resolve(context.cwd, file);
  const options = { ...choice, path: file };
  const { linted, applied, backup, isMoreLeft } = await reading(out ?? file, () =>
    fixFile(absolute, options, out),
  );
  const target = out === null ? file : shownPath(out, context);
  if (backup !== null)
    note(context, 'dataset.lint.fixed', { count: applied, path: target, backup: shownPath(backup, context) });
  else if (out !== null) note(context, 'dataset.lint.fixed-out', { count: applied, path: target });
  if (backup !== null && choice.folder?.use.kind === 'read')
    note(context, 'dataset.lint.fixed-copy', { backup: path.basename(backup) });
  if (isMoreLeft) note(context, 'dataset.lint.fixes-left', { path: target });
  return linted;
}

/** @throws {UsageError} for a path that is not there or may not be read. */
async function reading<T>(shown: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const id = error instanceof HumanError ? error.detail.id : FIX_REFUSALS[errorCode(error) ?? ''];
    if (id !== undefined) throw new UsageError({ id, args: { path: shown } }, { cause: error });
    throw pathRefusal(error, shown) ?? error;
  }
}

const FIX_REFUSALS: Readonly<Record<string, string>> = {
  EEXIST: 'dataset.lint.out-exists',
  ERR_FS_FILE_TOO_LARGE: 'dataset.lint.too-large-to-fix',
};

function note(context: CommandContext, id: string, args: MessageArgs): void {
  context.note(`${formatMessage({ id, args }, context.language)}\n`);
}
