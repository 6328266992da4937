import path from 'node:path';
import type { SplitReport } from '../core/dataset/prepare/prepare-reports.ts';
import type { Split } from '../core/dataset/prepare/split-rows.ts';
import { splitNotes } from '../core/dataset/prepare/split-notes.ts';
import { formatMessage } from '../core/text/format-message.ts';
import type { Message } from '../core/text/message.ts';
import type { SourceFile } from '../node/dataset/prepare/source-file.ts';
import { besideNotes } from '../node/dataset/prepare/beside-notes.ts';
import { splitFile, type WrittenSplit } from '../node/dataset/prepare/split-file.ts';
import { splitOutputs } from '../node/dataset/prepare/split-outputs.ts';
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
  preparing,
  readingsOf,
  reportedSource,
  seedOption,
  sentences,
  shownPath,
} from './prepare-command.ts';

export const splitCommand: Command = {
  name: 'split',
  summary: 'rows to train on and rows that are held out, without leakage',
  help: `Usage: tuning-fork split FILE [--eval 0.05] [--seed 0] [OPTION…]

Divides FILE (JSONL, a JSON array, CSV or Parquet) into NAME-train.jsonl and NAME-eval.jsonl beside it, each with a note of where
it comes from. NAME is that of FILE without the words that load_dataset knows splits by (train, test, eval …), or "split".
Equal rows, nearly equal ones and rows that ask the same before their first answer stay on one side, so that nothing that is held
out was seen in training. Rows keep their order and, where they were lines, their bytes. The same seed gives the same files
everywhere.

  --eval SHARE       share of the rows that are held out (default: 0.05)
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
  const share = shareOf(stringOption(args, 'eval') ?? '0.05');
  const seed = seedOption('split', args);
  const input = await inputFile('split', args, context);
  const folder = stringOption(args, 'out');
  const outputs = splitOutputs(input, folder === undefined ? undefined : path.resolve(context.cwd, folder));
  return preparing(outputs.train, context, async (bar) => {
    const request = {
      input,
      outputs,
      eval: share,
      seed,
      strata: stringOption(args, 'strata') ?? null,
      force: flag(args, 'force'),
      version: context.version,
      reading: readingsOf(bar, context),
    };
    const { source, split } = await splitFile(request);
    bar.clear();
    const isJson = args.values['format'] === 'json';
    await (isJson ? printJson(source, split, request, context) : print(source, split, request, context));
    return 0;
  });
}

/** @throws {UsageError} */
function shareOf(text: string): number {
  const share = /^(?:\d+(?:\.\d*)?|\.\d+)$/.test(text) ? Number(text) : Number.NaN;
  if (share > 0 && share < 1) return share;
  throw new UsageError(`split: --eval is a share between 0 and 1 such as 0.05, not ${text}.`);
}

function notesOf(source: SourceFile, split: Split, { input, outputs }: WrittenSplit): Message[] {
  return [...splitNotes(source, split), ...besideNotes(input, outputs)];
}

async function printJson(
  source: SourceFile,
  split: Split,
  request: WrittenSplit,
  context: CommandContext,
): Promise<void> {
  const { outputs, eval: share, seed, strata } = request;
  const { rows, eval: held, asked, groups, largestGroup } = split;
  const report: SplitReport = {
    version: 1,
    input: reportedSource(source, context),
    eval: share,
    seed,
    strata,
    outputs: {
      train: { path: shownPath(outputs.train, context), rows: rows - held },
      eval: { path: shownPath(outputs.eval, context), rows: held },
    },
    asked,
    groups,
    largestGroup,
    counts: [...split.strata],
    unread: [...split.unread],
    notes: sentences(notesOf(source, split, request), context.jsonLanguage),
  };
  await context.out(`${JSON.stringify(report, null, 2)}\n`);
}

async function print(
  source: SourceFile,
  split: Split,
  request: WrittenSplit,
  context: CommandContext,
): Promise<void> {
  const { outputs } = request;
  for (const note of sentences(notesOf(source, split, request), context.language)) context.note(`${note}\n`);
  const args = {
    train: split.rows - split.eval,
    eval: split.eval,
    trainPath: shownPath(outputs.train, context),
    evalPath: shownPath(outputs.eval, context),
  };
  await context.out(`${formatMessage({ id: 'prepare.split.done', args }, context.language)}\n`);
  for (const { value, rows, eval: held } of split.strata)
    await context.out(`  ${value ?? '-'}  ${rows - held} + ${held}\n`);
}
