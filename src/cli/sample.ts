import type { SampleReport } from '../core/dataset/prepare/prepare-reports.ts';
import { readFraction, readRowCount } from '../core/dataset/prepare/read-amount.ts';
import type { SampleAmount } from '../core/dataset/prepare/sample-amount.ts';
import { sourceNotes } from '../core/dataset/prepare/source-notes.ts';
import { sampleFile, type Copied, type SampleRequest } from '../node/dataset/prepare/sample-file.ts';
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
import { outputFile, preparing, readingsOf, reportedSource, seedOption } from './prepare-command.ts';
import { printPrepared } from './print-prepared.ts';
import { printReport } from './print-report.ts';
import { sentences } from './sentences.ts';
import { shownPath } from './shown-path.ts';

export const sampleCommand: Command = {
  name: 'sample',
  summary: 'a new file with some rows, chosen by a seed',
  help: `Usage: tuning-fork sample FILE (--rows N | --fraction F) [--seed 0] --out F [OPTION…]

Writes some rows of FILE (JSONL, a JSON array, CSV or Parquet) to F as JSONL, byte for byte where they were lines and in their
order, and a note of where they come from to F.provenance (b.provenance for b.jsonl). The same seed takes the same rows
everywhere.

  --rows N        how many rows
  --fraction F    which share of the rows, above 0 and at most 1, such as 0.1 or 10%
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
  const { version } = context;
  const request = { input, output, amount, seed, force: flag(args, 'force'), version };
  return preparing(
    { inputs: [input], output },
    context,
    (bar) => sampleFile({ ...request, reading: readingsOf(bar, context) }),
    (copied) =>
      wantsJson(args)
        ? printReport(reportOf(copied, request, context), context)
        : printPrepared({ kind: 'sample', ...copied, output: shownPath(output, context) }, context),
  );
}

/** @throws {UsageError} */
function amountOf(args: CommandArguments): SampleAmount {
  const [count, share] = [stringOption(args, 'rows'), stringOption(args, 'fraction')];
  if ((count === undefined) === (share === undefined)) throw new UsageError({ id: 'cli.sample.one-amount' });
  if (count !== undefined) {
    const rows = readRowCount(count);
    if (rows !== null) return { rows };
    throw new UsageError({ id: 'cli.sample.bad-rows', args: { value: count } });
  }
  const fraction = readFraction(share ?? '');
  if (fraction !== null) return { fraction };
  throw new UsageError({ id: 'cli.sample.bad-fraction', args: { value: share ?? '' } });
}

function reportOf(
  { source, rows }: Copied,
  { output, amount, seed }: Pick<SampleRequest, 'output' | 'amount' | 'seed'>,
  context: CommandContext,
): SampleReport {
  return {
    version: 1,
    input: reportedSource(source, context),
    amount,
    seed,
    output: { path: shownPath(output, context), rows },
    notes: sentences(sourceNotes(source), context.jsonLanguage),
  };
}
