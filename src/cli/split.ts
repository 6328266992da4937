import path from 'node:path';
import type { PreparationResult } from '../core/dataset/prepare/preparation-result.ts';
import { preparedNotes } from '../core/dataset/prepare/prepared-notes.ts';
import type { SplitReport } from '../core/dataset/prepare/prepare-reports.ts';
import { readShare } from '../core/dataset/prepare/read-amount.ts';
import type { SplitOptions } from '../core/dataset/prepare/split-rows.ts';
import { besideNotes } from '../node/dataset/prepare/beside-notes.ts';
import type { SourceFile } from '../node/dataset/prepare/source-file.ts';
import { splitFile } from '../node/dataset/prepare/split-file.ts';
import { splitOutputs } from '../node/dataset/prepare/split-outputs.ts';
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
import { preparing, readingsOf, reportedSource, seedOption } from './prepare-command.ts';
import { printPrepared } from './print-prepared.ts';
import { printReport } from './print-report.ts';
import { sentences } from './sentences.ts';
import { shownPath } from './shown-path.ts';

export const splitCommand: Command = {
  name: 'split',
  summary: 'rows to train on and rows that are held out, without leakage',
  help: `Usage: tuning-fork split FILE [--eval 0.05] [--seed 0] [OPTION…]

Divides FILE (JSONL, a JSON array, CSV or Parquet) into NAME-train.jsonl and NAME-eval.jsonl beside it, each with a note of where
it comes from. NAME is that of FILE without the words that load_dataset knows splits by (train, test, eval …), or "split".
Equal rows, nearly equal ones and rows that ask the same before their first answer stay on one side, so that nothing that is held
out was seen in training, under whatever system prompt, in whatever case, and however white space stands in a question or beside its
punctuation. Where more than a fifth of the rows begin with one short question, such as a greeting, what is asked after it is
compared too, and at last the system prompt. Rows keep their order and, where they were lines, their bytes. The same seed gives the
same files everywhere.

  --eval SHARE       share of the rows that are held out, such as 0.1 or 10% (default: 0.05)
  --seed N           which rows are (default: 0)
  --strata COLUMN    keep the proportions of the column's values on both sides
  --out DIR          folder of the new files; it is made if it is not there
  --force            write over files that are there
  --format pretty|json

Exit 0 written; 1 FILE cannot be read or divided, or the disk refuses; 2 wrong usage, no such file, no permission.

Example: tuning-fork split chat.jsonl --out data --eval 0.1 --strata source
`,
  options: {
    eval: { type: 'string' },
    seed: { type: 'string' },
    strata: { type: 'string' },
    out: { type: 'string' },
    force: { type: 'boolean' },
  },
  formats: ['pretty', 'json'],
  run: runSplit,
};

async function runSplit(args: CommandArguments, context: CommandContext): Promise<ExitCode> {
  const options = {
    eval: shareOf(stringOption(args, 'eval') ?? '0.05'),
    seed: seedOption('split', args),
    strata: stringOption(args, 'strata') ?? null,
  };
  const input = await inputFile('split', args, context);
  const folder = stringOption(args, 'out');
  const outputs = splitOutputs(input, folder === undefined ? undefined : path.resolve(context.cwd, folder));
  const request = { ...options, input, outputs, force: flag(args, 'force'), version: context.version };
  return preparing(
    { inputs: [input], output: outputs.train },
    context,
    (bar) => splitFile({ ...request, reading: readingsOf(bar, context) }),
    async ({ source, split }) => {
      const shown = { train: shownPath(outputs.train, context), eval: shownPath(outputs.eval, context) };
      const beside = besideNotes(input, outputs);
      const result = { kind: 'split', source, split, outputs: shown, beside } as const;
      if (wantsJson(args)) return printReport(reportOf(source, result, options, context), context);
      await printPrepared(result, context);
      for (const { value, rows, eval: held } of split.strata)
        await context.out(`  ${value ?? '-'}  ${rows - held} + ${held}\n`);
    },
  );
}

/** @throws {UsageError} */
function shareOf(value: string): number {
  const share = readShare(value);
  if (share === null) throw new UsageError({ id: 'cli.split.bad-share', args: { value } });
  return share;
}

type SplitResult = PreparationResult & {
  readonly kind: 'split';
  readonly outputs: { readonly train: string; readonly eval: string };
};

function reportOf(
  source: SourceFile,
  result: SplitResult,
  { eval: share, seed, strata }: SplitOptions,
  context: CommandContext,
): SplitReport {
  const { split, outputs } = result;
  const { rows, eval: held, asked, groups, largestGroup } = split;
  return {
    version: 1,
    input: reportedSource(source, context),
    eval: share,
    seed,
    strata,
    outputs: {
      train: { path: outputs.train, rows: rows - held },
      eval: { path: outputs.eval, rows: held },
    },
    asked,
    groups,
    largestGroup,
    counts: [...split.strata],
    unread: [...split.unread],
    notes: sentences(preparedNotes(result), context.jsonLanguage),
  };
}
