import path from 'node:path';
import type { PreparationResult } from '../core/dataset/prepare/preparation-result.ts';
import { preparedNotes } from '../core/dataset/prepare/prepared-notes.ts';
import type { DedupeReport } from '../core/dataset/prepare/prepare-reports.ts';
import { duplicateNote } from '../core/dataset/prepare/row-notes.ts';
import { formatMessage } from '../core/text/format-message.ts';
import { dedupeFile, type Deduped } from '../node/dataset/prepare/dedupe-file.ts';
import {
  flag,
  stringOption,
  UsageError,
  wantsJson,
  type Command,
  type CommandArguments,
  type CommandContext,
  type ExitCode,
} from './command.ts';
import { inputFile } from './input-file.ts';
import { preparing, readingsOf, reportedSource } from './prepare-command.ts';
import { printInBlocks } from './print-in-blocks.ts';
import { printPrepared } from './print-prepared.ts';
import { printReport } from './print-report.ts';
import { sentences } from './sentences.ts';
import { shownPath } from './shown-path.ts';

export const dedupeCommand: Command = {
  name: 'dedupe',
  summary: 'a new file without the rows that duplicate an earlier one',
  help: `Usage: tuning-fork dedupe FILE --out F [OPTION…]

Writes the rows of FILE (JSONL, a JSON array, CSV or Parquet) that equal no earlier row to F as JSONL, byte for byte where they
were lines, and a note of where they come from to F.provenance (b.provenance for b.jsonl). Equal means the same value: the order
of keys aside, 1 and 1.0 the same. The first of equal rows stays.

  --out F      the new file, in JSON Lines: its name ends in .jsonl, .ndjson or .json, or has no ending
  --near       also leave out rows that are nearly equal to an earlier one, as the rule near-duplicate finds them
  --dry-run    say which rows would go, and write nothing
  --force      write over a file that is there
  --format pretty|json

Exit 0 written; 1 FILE has no rows that can be read, or the disk refuses; 2 wrong usage, no such file, no permission.

Example: tuning-fork dedupe data/train.jsonl --near --out data/train.unique.jsonl
`,
  options: {
    out: { type: 'string' },
    near: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    force: { type: 'boolean' },
  },
  formats: ['pretty', 'json'],
  run: runDedupe,
};

async function runDedupe(args: CommandArguments, context: CommandContext): Promise<ExitCode> {
  const input = await inputFile('dedupe', args, context);
  const output = outputOf(args, context);
  const near = flag(args, 'near');
  const { version } = context;
  const request = { input, output, near, force: flag(args, 'force'), version };
  return preparing(
    { inputs: [input], output: output ?? input },
    context,
    (bar) => dedupeFile({ ...request, reading: readingsOf(bar, context) }),
    async (deduped) => {
      const shown = output === null ? null : shownPath(output, context);
      const result = { kind: 'dedupe', ...deduped, near, output: shown } as const;
      if (wantsJson(args)) return printReport(reportOf(deduped, result, context), context);
      if (output === null) await printRows(deduped, context);
      return printPrepared(result, context);
    },
  );
}

/** Absolute; null: nothing is written. @throws {UsageError} */
function outputOf(args: CommandArguments, { cwd }: CommandContext): string | null {
  const named = stringOption(args, 'out');
  if (flag(args, 'dry-run')) return null;
  if (named === undefined) throw new UsageError({ id: 'cli.dedupe.out-missing' });
  return path.resolve(cwd, named);
}

function reportOf(
  { source, found }: Deduped,
  result: PreparationResult & { readonly kind: 'dedupe' },
  context: CommandContext,
): DedupeReport {
  const { dropped, rows, unread } = found;
  const { output } = result;
  return {
    version: 1,
    input: reportedSource(source, context),
    output: output === null ? null : { path: output, rows: rows - dropped.size },
    dropped: [...dropped.values()],
    unread: [...unread],
    notes: sentences(preparedNotes(result), context.jsonLanguage),
  };
}

async function printRows({ found }: Deduped, context: CommandContext): Promise<void> {
  const rows = [...found.dropped.values()];
  await printInBlocks(rows, (row) => `${formatMessage(duplicateNote(row), context.language)}\n`, context);
}
