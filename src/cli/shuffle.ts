import type { ShuffleReport } from '../core/dataset/prepare/prepare-reports.ts';
import { sourceNotes } from '../core/dataset/prepare/source-notes.ts';
import { formatMessage } from '../core/text/format-message.ts';
import type { Copied } from '../node/dataset/prepare/sample-file.ts';
import { shuffleFile, type ShuffleRequest } from '../node/dataset/prepare/shuffle-file.ts';
import { flag, type Command, type CommandArguments, type CommandContext, type ExitCode } from './command.ts';
import {
  inputFile,
  outputFile,
  preparing,
  readingsOf,
  reportedSource,
  seedOption,
  sentences,
  shownPath,
} from './prepare-command.ts';

export const shuffleCommand: Command = {
  name: 'shuffle',
  summary: 'a new file with the rows in an order that a seed decides',
  help: `Usage: tuning-fork shuffle FILE [--seed 0] --out F [OPTION…]

Writes the rows of FILE (JSONL, a JSON array, CSV or Parquet) to F as JSONL in another order, byte for byte where they were lines,
and a note of where they come from to F.provenance (b.provenance for b.jsonl). The same seed gives the same order everywhere.

  --seed N   which order (default: 0)
  --out F    the new file, in JSON Lines: its name ends in .jsonl, .ndjson or .json, or has no ending
  --force    write over a file that is there
  --format pretty|json

Exit 0 written; 1 FILE has no rows that can be read, or the disk refuses; 2 wrong usage, no such file, no permission.

Example: tuning-fork shuffle data/train.jsonl --seed 7 --out data/train.shuffled.jsonl
`,
  options: { seed: { type: 'string' }, out: { type: 'string' }, force: { type: 'boolean' } },
  formats: ['pretty', 'json'],
  run: runShuffle,
};

async function runShuffle(args: CommandArguments, context: CommandContext): Promise<ExitCode> {
  const seed = seedOption('shuffle', args);
  const output = outputFile('shuffle', args, context);
  const input = await inputFile('shuffle', args, context);
  return preparing(output, context, async (bar) => {
    const { version } = context;
    const reading = readingsOf(bar, context);
    const request = { input, output, seed, force: flag(args, 'force'), version, reading };
    const copied = await shuffleFile(request);
    bar.clear();
    const isJson = args.values['format'] === 'json';
    await (isJson ? printJson(copied, request, context) : print(copied, request, context));
    return 0;
  });
}

async function printJson(
  { source, rows }: Copied,
  { output, seed }: ShuffleRequest,
  context: CommandContext,
): Promise<void> {
  const report: ShuffleReport = {
    version: 1,
    input: reportedSource(source, context),
    seed,
    output: { path: shownPath(output, context), rows },
    notes: sentences(sourceNotes(source), context.jsonLanguage),
  };
  await context.out(`${JSON.stringify(report, null, 2)}\n`);
}

async function print(
  { source, rows }: Copied,
  { output }: ShuffleRequest,
  context: CommandContext,
): Promise<void> {
  const { language } = context;
  for (const note of sentences(sourceNotes(source), language)) context.note(`${note}\n`);
  const args = { rows, path: shownPath(output, context) };
  await context.out(`${formatMessage({ id: 'prepare.shuffle.done', args }, language)}\n`);
}
