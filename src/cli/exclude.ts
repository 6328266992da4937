import type { ExcludedRow } from '../core/dataset/prepare/excluded-rows.ts';
import type { ExcludeReport } from '../core/dataset/prepare/prepare-reports.ts';
import { sourceNotes } from '../core/dataset/prepare/source-notes.ts';
import { ruleById } from '../core/dataset/rule-set.ts';
import { formatMessage } from '../core/text/format-message.ts';
import type { Language } from '../core/text/message.ts';
import { excludeFile, type Excluded, type ExcludeRequest } from '../node/dataset/prepare/exclude-file.ts';
import {
  flag,
  stringOptions,
  UsageError,
  type Command,
  type CommandArguments,
  type CommandContext,
  type ExitCode,
} from './command.ts';
import {
  inputFile,
  outputFile,
  preparing,
  readingsOf,
  reportedSource,
  sentences,
  shownPath,
} from './prepare-command.ts';

export const excludeCommand: Command = {
  name: 'exclude',
  summary: 'a new file without the rows that rules of the linter name',
  help: `Usage: tuning-fork exclude FILE --rule ID… --out F [OPTION…]

Writes the rows of FILE (JSONL, a JSON array, CSV or Parquet) that no finding of the rules names to F as JSONL, byte for byte where
they were lines, and a note of where they come from to F.provenance (b.provenance for b.jsonl). Rules run whatever their severity is, slow ones too; what a
rule says of a file as a whole names no row. \`tuning-fork rules\` lists them.

  --rule ID    a rule whose rows go; may be repeated
  --out F      the new file, in JSON Lines: its name ends in .jsonl, .ndjson or .json, or has no ending
  --dry-run    say which rows would go, and write nothing
  --force      write over a file that is there
  --format pretty|json

Exit 0 written; 1 FILE has no rows that can be read or left, or the disk refuses; 2 wrong usage, no such file, no permission.

Example: tuning-fork exclude data/train.jsonl --rule secret --rule personal-data --out data/train.safe.jsonl
`,
  options: {
    rule: { type: 'string', multiple: true },
    out: { type: 'string' },
    'dry-run': { type: 'boolean' },
    force: { type: 'boolean' },
  },
  formats: ['pretty', 'json'],
  run: runExclude,
};

async function runExclude(args: CommandArguments, context: CommandContext): Promise<ExitCode> {
  const rules = rulesOf(stringOptions(args, 'rule'), context.language);
  const output = flag(args, 'dry-run') ? null : outputFile('exclude', args, context);
  const input = await inputFile('exclude', args, context);
  return preparing(output ?? input, context, async (bar) => {
    const { version } = context;
    const reading = readingsOf(bar, context);
    const request = { input, output, rules, force: flag(args, 'force'), version, reading };
    const excluded = await excludeFile(request);
    bar.clear();
    const isJson = args.values['format'] === 'json';
    await (isJson ? printJson(excluded, request, context) : print(excluded, request, context));
    return 0;
  });
}

/** Each once. @throws {UsageError} */
function rulesOf(named: readonly string[], language: Language): string[] {
  if (named.length === 0) throw new UsageError('exclude: name a rule with --rule.');
  const unknown = named.find((rule) => ruleById(rule) === undefined);
  if (unknown === undefined) return [...new Set(named)];
  const args = { rule: unknown };
  throw new UsageError(formatMessage({ id: 'dataset.lint.unknown-rule', args }, language));
}

async function printJson(
  { source, dropped }: Excluded,
  { output, rules }: ExcludeRequest,
  context: CommandContext,
): Promise<void> {
  const rows = source.rows - dropped.length;
  const report: ExcludeReport = {
    version: 1,
    input: reportedSource(source, context),
    rules: [...rules],
    output: output === null ? null : { path: shownPath(output, context), rows },
    dropped: dropped.map(({ row, rules }) => ({ row, rules: [...rules] })),
    notes: sentences(sourceNotes(source), context.jsonLanguage),
  };
  await context.out(`${JSON.stringify(report, null, 2)}\n`);
}

async function print(
  { source, dropped }: Excluded,
  { output }: ExcludeRequest,
  context: CommandContext,
): Promise<void> {
  const { language } = context;
  const counts = { rows: source.rows, out: source.rows - dropped.length, dropped: dropped.length };
  if (output === null) await printRows(dropped, context);
  for (const note of sentences(sourceNotes(source), language)) context.note(`${note}\n`);
  const summary =
    output === null
      ? { id: 'prepare.exclude.would', args: counts }
      : { id: 'prepare.exclude.done', args: { ...counts, path: shownPath(output, context) } };
  await context.out(`${formatMessage(summary, language)}\n`);
}

async function printRows(dropped: readonly ExcludedRow[], { out, language }: CommandContext): Promise<void> {
  for (let at = 0; at < dropped.length; at += 2000) {
    const lines = dropped.slice(at, at + 2000).map(({ row, rules }) => {
      const args = { row: String(row), rules: rules.join(', ') };
      return `${formatMessage({ id: 'prepare.exclude.row', args }, language)}\n`;
    });
    await out(lines.join(''));
  }
}
