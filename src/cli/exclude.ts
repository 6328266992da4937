import type { ExcludeReport } from '../core/dataset/prepare/prepare-reports.ts';
import { excludedNote } from '../core/dataset/prepare/row-notes.ts';
import { sourceNotes } from '../core/dataset/prepare/source-notes.ts';
import { ruleById } from '../core/dataset/rule-set.ts';
import { formatMessage } from '../core/text/format-message.ts';
import { excludeFile, type Excluded, type ExcludeRequest } from '../node/dataset/prepare/exclude-file.ts';
import {
  flag,
  stringOptions,
  UsageError,
  wantsJson,
  type Command,
  type CommandArguments,
  type CommandContext,
  type ExitCode,
} from './command.ts';
import { inputFile } from './input-file.ts';
import { outputFile, preparing, readingsOf, reportedSource } from './prepare-command.ts';
import { printInBlocks } from './print-in-blocks.ts';
import { printPrepared } from './print-prepared.ts';
import { printReport } from './print-report.ts';
import { sentences } from './sentences.ts';
import { shownPath } from './shown-path.ts';

export const excludeCommand: Command = {
  name: 'exclude',
  summary: 'a new file without the rows that rules of the linter name',
  help: `Usage: tuning-fork exclude FILE --rule ID… --out F [OPTION…]

Writes the rows of FILE (JSONL, a JSON array, CSV or Parquet) that no finding of the rules names to F as JSONL, byte for byte
where they were lines, and a note of where they come from to F.provenance (b.provenance for b.jsonl). Rules run whatever their
severity is, slow ones too; what a rule says of a file as a whole names no row. Those that compare a file with others find
these as lint does, by recipes and names. \`tuning-fork rules\` lists them.

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
  const rules = rulesOf(stringOptions(args, 'rule'));
  const output = flag(args, 'dry-run') ? null : outputFile('exclude', args, context);
  const input = await inputFile('exclude', args, context);
  const { version, cwd: root } = context;
  const request = { input, output, rules, root, force: flag(args, 'force'), version };
  return preparing(
    { inputs: [input], output: output ?? input },
    context,
    (bar) => excludeFile({ ...request, reading: readingsOf(bar, context) }),
    async (excluded) => {
      if (wantsJson(args)) return printReport(reportOf(excluded, request, context), context);
      if (output === null) await printRows(excluded, context);
      const shown = output === null ? null : shownPath(output, context);
      return printPrepared({ kind: 'exclude', ...excluded, output: shown }, context);
    },
  );
}

/** Each once. @throws {UsageError} */
function rulesOf(named: readonly string[]): string[] {
  if (named.length === 0) throw new UsageError({ id: 'cli.exclude.no-rule' });
  const unknown = named.find((rule) => ruleById(rule) === undefined);
  if (unknown === undefined) return [...new Set(named)];
  throw new UsageError({ id: 'dataset.lint.unknown-rule', args: { rule: unknown } });
}

function reportOf(
  { source, dropped }: Excluded,
  { output, rules }: Pick<ExcludeRequest, 'output' | 'rules'>,
  context: CommandContext,
): ExcludeReport {
  const rows = source.rows - dropped.length;
  return {
    version: 1,
    input: reportedSource(source, context),
    rules: [...rules],
    output: output === null ? null : { path: shownPath(output, context), rows },
    dropped: dropped.map(({ row, rules }) => ({ row, rules: [...rules] })),
    notes: sentences(sourceNotes(source), context.jsonLanguage),
  };
}

async function printRows({ dropped }: Excluded, context: CommandContext): Promise<void> {
  await printInBlocks(dropped, (row) => `${formatMessage(excludedNote(row), context.language)}\n`, context);
}
