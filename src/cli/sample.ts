import type { SampleReport } from '../core/dataset/prepare/prepare-reports.ts';
import type { SampleAmount } from '../core/dataset/prepare/sample-amount.ts';
import { sourceNotes } from '../core/dataset/prepare/source-notes.ts';
import { formatMessage } from '../core/text/format-message.ts';
import { sampleFile, type Copied, type SampleRequest } from '../node/dataset/prepare/sample-file.ts';
import {
  flag,
  stringOption,
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
  seedOption,
  sentences,
  shownPath,
} from './prepare-command.ts';

export const sampleCommand: Command = {
  name: 'sample',
  summary: 'a new file with some rows, chosen by a seed',
  help: `Usage: tuning-fork sample FILE (--rows N | --fraction F) [--seed 0] --out F [OPTION…]

Writes some rows of FILE (JSONL, a JSON array, CSV or Parquet) to F as JSONL, byte for byte where they were lines and in their
order, and a note of where they come from to F.provenance (b.provenance for b.jsonl). The same seed takes the same rows everywhere.

  --rows N        how many rows
  --fraction F    which share of the rows, above 0 and at most 1
  --seed N        which rows (default: 0)
  --out F         the new file, in JSON Lines: its name ends in .jsonl, .ndjson or .json, or has no ending
  --force         write over a file that is there
  --format pretty|json

Exit 0 written; 1 FILE has no rows that can be read, or the disk refuses; 2 wrong usage, fewer rows than asked for, no such file,
no permission.

Example: tuning-fork sample data/train.jsonl --rows 200 --out data/small.jsonl
`,
  options: {
    rows: { type: 'string' },
    fraction: { type: 'string' },
    seed: { type: 'string' },
    out: { type: 'string' },
    force: { type: 'boolean' },
  },
  formats: ['pretty', 'json'],
  run: runSample,
};

async function runSample(args: CommandArguments, context: CommandContext): Promise<ExitCode> {
  const amount = amountOf(args);
  const seed = seedOption('sample', args);
  const output = outputFile('sample', args, context);
  const input = await inputFile('sample', args, context);
  return preparing(output, context, async (bar) => {
    const { version } = context;
    const reading = readingsOf(bar, context);
    const request = { input, output, amount, seed, force: flag(args, 'force'), version, reading };
    const copied = await sampleFile(request);
    bar.clear();
    const isJson = args.values['format'] === 'json';
    await (isJson ? printJson(copied, request, context) : print(copied, request, context));
    return 0;
  });
}

/** @throws {UsageError} */
function amountOf(args: CommandArguments): SampleAmount {
  const [rows, fraction] = [stringOption(args, 'rows'), stringOption(args, 'fraction')];
  if ((rows === undefined) === (fraction === undefined))
    throw new UsageError('sample: say either --rows or --fraction.');
  if (rows !== undefined) {
    if (/^\d+$/.test(rows) && Number(rows) > 0 && Number.isSafeInteger(Number(rows)))
      return { rows: Number(rows) };
    throw new UsageError(`sample: --rows is a whole number above 0 such as 200, not ${rows}.`);
  }
  const share = /^(?:\d+(?:\.\d*)?|\.\d+)$/.test(fraction ?? '') ? Number(fraction) : Number.NaN;
  if (share > 0 && share <= 1) return { fraction: share };
  throw new UsageError(
    `sample: --fraction is a share above 0 and at most 1 such as 0.1, not ${String(fraction)}.`,
  );
}

async function printJson(
  { source, rows }: Copied,
  { output, amount, seed }: SampleRequest,
  context: CommandContext,
): Promise<void> {
  const report: SampleReport = {
    version: 1,
    input: reportedSource(source, context),
    amount,
    seed,
    output: { path: shownPath(output, context), rows },
    notes: sentences(sourceNotes(source), context.jsonLanguage),
  };
  await context.out(`${JSON.stringify(report, null, 2)}\n`);
}

async function print(
  { source, rows: out }: Copied,
  { output }: SampleRequest,
  context: CommandContext,
): Promise<void> {
  const { language } = context;
  for (const note of sentences(sourceNotes(source), language)) context.note(`${note}\n`);
  const args = { out, rows: source.rows, path: shownPath(output, context) };
  await context.out(`${formatMessage({ id: 'prepare.sample.done', args }, language)}\n`);
}
