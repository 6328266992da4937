import { mergeNotes } from '../core/dataset/prepare/merge-notes.ts';
import type { MergeReport } from '../core/dataset/prepare/prepare-reports.ts';
import { formatMessage } from '../core/text/format-message.ts';
import { mergeFiles, type Merged, type MergeRequest } from '../node/dataset/prepare/merge-files.ts';
import {
  flag,
  UsageError,
  type Command,
  type CommandArguments,
  type CommandContext,
  type ExitCode,
} from './command.ts';
import {
  outputFile,
  preparing,
  readableFile,
  readingsOf,
  reportedSource,
  sentences,
  shownPath,
} from './prepare-command.ts';

export const mergeCommand: Command = {
  name: 'merge',
  summary: 'a new file with the rows of several files',
  help: `Usage: tuning-fork merge FILE FILE… --out F [OPTION…]

Writes the rows of the files (JSONL, JSON arrays, CSV or Parquet) one file after another to F as JSONL, byte for byte where they
were lines, and a note of where they come from to F.provenance (b.provenance for b.jsonl). A file that is named twice is there twice. Files of different
formats are said to be so: convert them first.

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
  if (args.positionals.length < 2) throw new UsageError('merge: name two files or more.');
  const inputs: string[] = [];
  for (const named of args.positionals) inputs.push(await readableFile(named, context));
  return preparing(output, context, async (bar) => {
    const { version } = context;
    const reading = () => readingsOf(bar, context)('read');
    const request = { inputs, output, force: flag(args, 'force'), version, reading };
    const merged = await mergeFiles(request);
    bar.clear();
    const isJson = args.values['format'] === 'json';
    await (isJson ? printJson(merged, request, context) : print(merged, request, context));
    return 0;
  });
}

async function printJson(merged: Merged, { output }: MergeRequest, context: CommandContext): Promise<void> {
  const { sources, rows } = merged;
  const report: MergeReport = {
    version: 1,
    inputs: sources.map((source) => reportedSource(source, context)),
    output: { path: shownPath(output, context), rows },
    notes: sentences(mergeNotes(merged), context.jsonLanguage),
  };
  await context.out(`${JSON.stringify(report, null, 2)}\n`);
}

async function print(merged: Merged, { output }: MergeRequest, context: CommandContext): Promise<void> {
  const { language } = context;
  for (const note of sentences(mergeNotes(merged), language)) context.note(`${note}\n`);
  const args = { rows: merged.rows, files: merged.sources.length, path: shownPath(output, context) };
  await context.out(`${formatMessage({ id: 'prepare.merge.done', args }, language)}\n`);
}
