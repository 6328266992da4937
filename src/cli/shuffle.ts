import type { ShuffleReport } from '../core/dataset/prepare/prepare-reports.ts';
import { sourceNotes } from '../core/dataset/prepare/source-notes.ts';
import type { Copied } from '../node/dataset/prepare/sample-file.ts';
import { shuffleFile, type ShuffleRequest } from '../node/dataset/prepare/shuffle-file.ts';
import {
  flag,
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
  const { version } = context;
  const request = { input, output, seed, force: flag(args, 'force'), version };
  return preparing(
    { inputs: [input], output },
    context,
    (bar) => shuffleFile({ ...request, reading: readingsOf(bar, context) }),
    (copied) =>
      wantsJson(args)
        ? printReport(reportOf(copied, request, context), context)
        : printPrepared({ kind: 'shuffle', ...copied, output: shownPath(output, context) }, context),
  );
}

function reportOf(
  { source, rows }: Copied,
  { output, seed }: Pick<ShuffleRequest, 'output' | 'seed'>,
  context: CommandContext,
): ShuffleReport {
  return {
    version: 1,
    input: reportedSource(source, context),
    seed,
    output: { path: shownPath(output, context), rows },
    notes: sentences(sourceNotes(source), context.jsonLanguage),
  };
}
