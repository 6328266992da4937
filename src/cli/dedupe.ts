import path from 'node:path';
import type { DuplicateRow } from '../core/dataset/prepare/duplicate-rows.ts';
import type { DedupeReport } from '../core/dataset/prepare/prepare-reports.ts';
import { comparingNotes } from '../core/dataset/prepare/source-notes.ts';
import { formatMessage } from '../core/text/format-message.ts';
import type { Message } from '../core/text/message.ts';
import { countNear, dedupeFile, type Deduped } from '../node/dataset/prepare/dedupe-file.ts';
import {
  flag,
  stringOption,
  UsageError,
  type Command,
  type CommandArguments,
  type CommandContext,
  type ExitCode,
} from './command.ts';
import { inputFile, preparing, readingsOf, reportedSource, sentences, shownPath } from './prepare-command.ts';

export const dedupeCommand: Command = {
  name: 'dedupe',
  summary: 'a new file without the rows that an earlier one makes needless',
  help: `Usage: tuning-fork dedupe FILE --out F [OPTION…]

Writes the rows of FILE (JSONL, a JSON array, CSV or Parquet) that equal no earlier row to F as JSONL, byte for byte where they
were lines, and a note of where they come from to F.provenance (b.provenance for b.jsonl). Equal means the same value: the order of keys aside, 1 and
1.0 the same. The first of equal rows stays.

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
  const named = stringOption(args, 'out');
  const isDry = flag(args, 'dry-run');
  if (named === undefined && !isDry)
    throw new UsageError('dedupe: name the new file with --out, or say --dry-run.');
  const output = isDry || named === undefined ? null : path.resolve(context.cwd, named);
  const near = flag(args, 'near');
  return preparing(output ?? input, context, async (bar) => {
    const done = await dedupeFile({
      input,
      output,
      near,
      force: flag(args, 'force'),
      version: context.version,
      reading: readingsOf(bar, context),
    });
    bar.clear();
    await print(done, { output, near, isJson: args.values['format'] === 'json' }, context);
    return 0;
  });
}

interface Printing {
  /** Absolute; null: nothing was written. */
  readonly output: string | null;
  readonly near: boolean;
  readonly isJson: boolean;
}

async function print(
  { source, found }: Deduped,
  { output, near, isJson }: Printing,
  context: CommandContext,
): Promise<void> {
  const dropped = [...found.dropped.values()];
  const out = found.rows - dropped.length;
  const notes = comparingNotes(source, near ? found : { ...found, unknown: 0 });
  if (isJson) {
    const report: DedupeReport = {
      version: 1,
      input: reportedSource(source, context),
      output: output === null ? null : { path: shownPath(output, context), rows: out },
      dropped,
      unread: [...found.unread],
      notes: sentences(notes, context.jsonLanguage),
    };
    await context.out(`${JSON.stringify(report, null, 2)}\n`);
    return;
  }
  const alike = countNear(found);
  const counts = { rows: found.rows, out, exact: dropped.length - alike, near: alike };
  const summary: Message =
    output === null
      ? { id: 'prepare.dedupe.would', args: counts }
      : { id: 'prepare.dedupe.done', args: { ...counts, path: shownPath(output, context) } };
  if (output === null) await printRows(dropped, context);
  for (const note of sentences(notes, context.language)) context.note(`${note}\n`);
  await context.out(`${formatMessage(summary, context.language)}\n`);
}

async function printRows(dropped: readonly DuplicateRow[], { out, language }: CommandContext): Promise<void> {
  for (let at = 0; at < dropped.length; at += 2000) {
    const lines = dropped.slice(at, at + 2000).map(({ row, equals, why }) => {
      const message = { id: `prepare.dedupe.${why}`, args: { row: String(row), first: String(equals) } };
      return `${formatMessage(message, language)}\n`;
    });
    await out(lines.join(''));
  }
}
