import { columnsOf } from '../../../core/dataset/row/column.ts';
import type { DatasetFormat } from '../../../core/dataset/findings/finding.ts';
import { RowParser } from '../../../core/dataset/prepare/row-parser.ts';
import type { SourceRow } from '../../../core/dataset/prepare/source-row.ts';
import { formatOfRow } from '../../../core/dataset/row/row-format.ts';
import { NewFiles } from './new-files.ts';
import { readSource, type Reading, type SourceFile } from './source-file.ts';

export interface MergeRequest {
  /** Absolute, in the order of their rows. */
  readonly inputs: readonly string[];
  readonly output: string;
  readonly force: boolean;
  /** Of this program, for the note. */
  readonly version: string;
  /** Of each input after the other. */
  readonly reading: Reading;
}

export interface Merged {
  readonly sources: readonly SourceFile[];
  readonly rows: number;
  /** Of the first rows that are objects, one of each file, each once: more than one do not load together. */
  readonly formats: readonly DatasetFormat[];
}

/**
 * Writes the rows of several files one after another, byte for byte, and a note of where they come from.
 * @throws {HumanError} where it cannot be done; the error of the file system; the signal's reason. Nothing is left behind then.
 */
export async function mergeFiles(request: MergeRequest): Promise<Merged> {
  const { inputs, output, version, reading } = request;
  const files = new NewFiles([output], inputs, request.force);
  const sources: SourceFile[] = [];
  const formats = new Set<DatasetFormat>();
  let rows = 0;
  try {
    const part = files.open(output);
    const parser = new RowParser(null);
    for (const input of inputs) {
      let format: DatasetFormat | null = null;
      const copy = (row: SourceRow): void => {
        format ??= formatOf(row, parser);
        part.writeLine(row.bytes);
      };
      const source = await readSource(input, copy, reading);
      sources.push(source);
      rows += source.rows;
      if (format !== null) formats.add(format);
    }
    const steps = [{ step: 'merge' as const }];
    await files.publish([[part, { version, sources, steps, dropped: [] }]], reading.signal);
    return { sources, rows, formats: [...formats] };
  } finally {
    files.abandon();
  }
}

function formatOf(source: SourceRow, parser: RowParser): DatasetFormat | null {
  const object = parser.parse(source)?.object ?? null;
  return object === null ? null : formatOfRow(object, columnsOf(object));
}
