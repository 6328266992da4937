import { ConvertRows, type ConversionCount } from '../../../core/dataset/prepare/convert/convert-rows.ts';
import type { ConversionTarget, DropReason } from '../../../core/dataset/prepare/convert/example.ts';
import type { ColumnMapping } from '../../../core/dataset/prepare/convert/map-columns.ts';
import { HumanError } from '../../../core/text/human-error.ts';
import { NewFiles, type Origin } from './new-files.ts';
import { readSource, type Reading, type SourceFile } from './source-file.ts';

export interface ConvertRequest {
  /** Absolute. */
  readonly input: string;
  readonly output: string;
  readonly to: ConversionTarget;
  /** What the columns are; null: as they are named. */
  readonly mapping: ColumnMapping | null;
  readonly force: boolean;
  /** Of this program, for the note. */
  readonly version: string;
  readonly reading: Reading;
}

export interface Converted {
  readonly source: SourceFile;
  readonly count: ConversionCount;
  /** Rows of the new file. */
  readonly rows: number;
}

/**
 * Writes the rows of a file in another format, in one pass, and a note of where they come from.
 * @throws {HumanError} where it cannot be done; the error of the file system; the signal's reason. Nothing is left behind then.
 */
export async function convertFile(request: ConvertRequest): Promise<Converted> {
  const { input, output, reading } = request;
  const files = new NewFiles([output], [input], request.force);
  const rows = new ConvertRows(request.to, request.mapping);
  try {
    const part = files.open(output);
    const source = await readSource(
      input,
      (row) => {
        for (const line of rows.convert(row)) part.writeLine(line);
      },
      reading,
    );
    const count = rows.count();
    if (part.lines === 0) throw nothing(input, count);
    await files.publish([[part, originOf(source, count, request)]], reading.signal);
    return { source, count, rows: part.lines };
  } finally {
    files.abandon();
  }
}

/** Rows by the reason for which they were left out, in the order in which the reasons came up. */
export function countReasons({ dropped }: ConversionCount): Map<DropReason, number> {
  const counts = new Map<DropReason, number>();
  for (const { why } of dropped) counts.set(why, (counts.get(why) ?? 0) + 1);
  return counts;
}

/** With the reason that most rows had. */
function nothing(path: string, count: ConversionCount): HumanError {
  const reasons = [...countReasons(count)].sort(([, a], [, b]) => b - a);
  const [why, rows] = reasons[0] ?? ['no-json', 0];
  return new HumanError('prepare.convert.nothing', {
    path,
    why: { id: `prepare.drop.${why}`, args: { count: rows } },
  });
}

function originOf(
  source: SourceFile,
  count: ConversionCount,
  { to, mapping, version }: ConvertRequest,
): Origin {
  const turns = (mapping?.turns ?? []).map(({ column, role }) => ({ column, to: role }));
  const map = [...turns, ...(mapping?.renamed ?? [])];
  const dropped = [...countReasons(count)].map(([what, rows]) => ({ what, rows }));
  const lost = [...count.losses].map(([what, rows]) => ({ what, rows }));
  return { version, sources: [source], steps: [{ step: 'convert', to, map }], dropped, lost };
}
