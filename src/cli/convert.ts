import * as v from 'valibot';
import { conversionTarget, type ConversionTarget } from '../core/dataset/prepare/convert/example.ts';
import {
  columnMapping,
  readMapping,
  type ColumnMapping,
} from '../core/dataset/prepare/convert/map-columns.ts';
import type { ConvertReport } from '../core/dataset/prepare/prepare-reports.ts';
import { sourceNotes } from '../core/dataset/prepare/source-notes.ts';
import { formatMessage } from '../core/text/format-message.ts';
import type { Language } from '../core/text/message.ts';
import {
  convertFile,
  countReasons,
  type Converted,
  type ConvertRequest,
} from '../node/dataset/prepare/convert-file.ts';
import {
  flag,
  stringOption,
  stringOptions,
  UsageError,
  wantsJson,
  type Command,
  type CommandArguments,
  type CommandContext,
  type ExitCode,
} from './command.ts';
import { inputFile } from './input-file.ts';
import { outputFile, preparing, readingsOf, reportedSource } from './prepare-command.ts';
import { printPrepared } from './print-prepared.ts';
import { printReport } from './print-report.ts';
import { sentences } from './sentences.ts';
import { shownPath } from './shown-path.ts';

export const convertCommand: Command = {
  name: 'convert',
  summary: 'a new file with the rows in another format',
  help: `Usage: tuning-fork convert FILE --to FORMAT --out F [--map COLUMN=ROLE…] [OPTION…]

Writes the rows of FILE (JSONL, a JSON array, CSV or Parquet) in another format to F as JSONL, and a note of where they come from
to F.provenance (train.provenance for train.jsonl). What the new format cannot keep is counted and said; rows that it has no place
for are left out, counted and said. A row that has the format already keeps its bytes. Columns that belong to no format go along.

  --to FORMAT        messages, sharegpt, prompt-completion (with turns, or text where the rows are text), prompt-completion-text,
                     text, alpaca, preference, kto or tool-calling
  --out F            the new file, in JSON Lines: its name ends in .jsonl, .ndjson or .json, or has no ending
  --map COLUMN=ROLE  what a column is: a turn of system, user or assistant, in the order given, or the column of a format, such as
                     prompt or text; may be repeated
  --force            write over a file that is there
  --format pretty|json

Exit 0 written; 1 no row could be read or converted, or the disk refuses; 2 wrong usage, no such file, no permission.

Example: tuning-fork convert faq.csv --to messages --map question=user --map answer=assistant --out data/faq.jsonl
`,
  options: {
    to: { type: 'string' },
    out: { type: 'string' },
    map: { type: 'string', multiple: true },
    force: { type: 'boolean' },
  },
  formats: ['pretty', 'json'],
  run: runConvert,
};

async function runConvert(args: CommandArguments, context: CommandContext): Promise<ExitCode> {
  const to = targetOf(stringOption(args, 'to'));
  const mapping = mappingOf(stringOptions(args, 'map'));
  const output = outputFile('convert', args, context);
  const input = await inputFile('convert', args, context);
  const { version } = context;
  const request = { input, output, to, mapping, force: flag(args, 'force'), version };
  return preparing(
    { inputs: [input], output },
    context,
    (bar) => convertFile({ ...request, reading: readingsOf(bar, context)('read') }),
    (converted) =>
      wantsJson(args)
        ? printReport(reportOf(converted, request, context), context)
        : printPrepared({ kind: 'convert', ...converted, output: shownPath(output, context) }, context),
  );
}

/** @throws {UsageError} */
function targetOf(value: string | undefined): ConversionTarget {
  if (value !== undefined && v.is(conversionTarget, value)) return value;
  const known = conversionTarget.options.join(', ');
  throw new UsageError(
    value === undefined
      ? { id: 'cli.convert.no-target', args: { known } }
      : { id: 'cli.convert.bad-target', args: { known, value } },
  );
}

/** @throws {UsageError} */
function mappingOf(settings: readonly string[]): ColumnMapping | null {
  if (settings.length === 0) return null;
  const read = settings.map((setting) => {
    const mapped = readMapping(setting);
    if (mapped !== null) return mapped;
    throw new UsageError({ id: 'prepare.convert.bad-mapping', args: { setting } });
  });
  const mapping = columnMapping(read);
  if (mapping !== null) return mapping;
  throw new UsageError({ id: 'prepare.convert.twice-mapped' });
}

function lossesIn({ count }: Converted, language: Language): ConvertReport['losses'] {
  return [...count.losses].map(([what, rows]) => {
    const message = { id: `prepare.loss.${what}`, args: { count: rows } };
    return { what, rows, message: formatMessage(message, language) };
  });
}

function reasonsIn({ count }: Converted, language: Language): ConvertReport['reasons'] {
  return [...countReasons(count)].map(([why, rows]) => {
    const message = { id: `prepare.drop.${why}`, args: { count: rows } };
    return { why, rows, message: formatMessage(message, language) };
  });
}

function reportOf(
  converted: Converted,
  { output, to }: Pick<ConvertRequest, 'output' | 'to'>,
  context: CommandContext,
): ConvertReport {
  const { source, rows, count } = converted;
  const { unchanged, converted: written, dropped } = count;
  return {
    version: 1,
    input: reportedSource(source, context),
    to,
    output: { path: shownPath(output, context), rows },
    unchanged,
    converted: written,
    losses: lossesIn(converted, context.jsonLanguage),
    dropped: [...dropped],
    reasons: reasonsIn(converted, context.jsonLanguage),
    unread: dropped.filter(({ why }) => why === 'no-json').map(({ row }) => row),
    notes: sentences(sourceNotes(source), context.jsonLanguage),
  };
}
