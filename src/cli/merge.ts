import { mergeNotes } from '../core/dataset/prepare/merge-notes.ts';
import type { MergeReport } from '../core/dataset/prepare/prepare-reports.ts';
import { mergeFiles, type Merged } from '../node/dataset/prepare/merge-files.ts';
import {
  flag,
  UsageError,
  wantsJson,
  type Command,
  type CommandArguments,
  type CommandContext,
  type ExitCode,
} from './command.ts';
import { readableFile } from './input-file.ts';
import { outputFile, preparing, readingsOf, reportedSource } from './prepare-command.ts';
import { printPrepared } from './print-prepared.ts';
import { printReport } from './print-report.ts';
import { sentences } from './sentences.ts';
import { shownPath } from './shown-path.ts';

export const mergeCommand: Command = {
  name: 'merge',
  summary: 'a new file with the rows of several files',
  help: `Usage: tuning-fork merge FILE FILE… --out F [OPTION…]

Writes the rows of the files (JSONL, JSON arrays, CSV or Parquet) one file after another to F as JSONL, byte for byte where they
were lines, and a note of where they come from to F.provenance (b.provenance for b.jsonl). A file that is named twice is there
twice. Files of different formats are said to be so: convert them first.

  --out F    the new file, in JSON Lines: its name ends in .jsonl, .ndjson or .json, or has no ending
  --force    write over a file that is there
  --format pretty|json

Exit 0 written; 1 a file has no rows that can be read, or the disk refuses; 2 wrong usage, no such file, no permission.

Example: tuning-fork merge data/faq.jsonl data/chat.jsonl --out data/train.jsonl
`,
  options: { out: { type: 'string' }, force: { type: 'boolean' } },
  formats: ['pretty', 'json'],
  run: runMerge,
};

async function runMerge(args: CommandArguments, context: CommandContext): Promise<ExitCode> {
  const output = outputFile('merge', args, context);
  if (args.positionals.length < 2) throw new UsageError({ id: 'cli.merge.two-files' });
  const inputs: string[] = [];
  for (const named of args.positionals) inputs.push(await readableFile(named, context));
  const { version } = context;
  const request = { inputs, output, force: flag(args, 'force'), version };
  return preparing(
    { inputs, output },
    context,
    (bar) => mergeFiles({ ...request, reading: readingsOf(bar, context)('read') }),
    (merged) =>
      wantsJson(args)
        ? printReport(reportOf(merged, output, context), context)
        : printPrepared({ kind: 'merge', ...merged, output: shownPath(output, context) }, context),
  );
}

function reportOf(merged: Merged, output: string, context: CommandContext): MergeReport {
  const { sources, rows } = merged;
  return {
    version: 1,
    inputs: sources.map((source) => reportedSource(source, context)),
    output: { path: shownPath(output, context), rows },
    notes: sentences(mergeNotes(merged), context.jsonLanguage),
  };
}
