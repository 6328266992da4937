import { RowNumbers } from '../../../core/dataset/prepare/row-numbers.ts';
import type { SampleAmount } from '../../../core/dataset/prepare/sample-amount.ts';
import { sampledRows } from '../../../core/dataset/prepare/sampled-rows.ts';
import { NewFiles } from './new-files.ts';
import { readAgain, readSource, type Reading, type SourceFile } from './source-file.ts';

export interface SampleRequest {
  /** Absolute. */
  readonly input: string;
  readonly output: string;
  readonly amount: SampleAmount;
  readonly seed: number;
  readonly force: boolean;
  /** Of this program, for the note. */
  readonly version: string;
  readonly reading: (phase: 'read' | 'written') => Reading;
}

/** What was read, and the rows of the new file. */
export interface Copied {
  readonly source: SourceFile;
  readonly rows: number;
}

/**
 * Writes some rows of a file, chosen by a seed, in their order and byte for byte, and a note of where they come from.
 * @throws {HumanError} where it cannot be done; the error of the file system; the signal's reason. Nothing is left behind then.
 */
export async function sampleFile(request: SampleRequest): Promise<Copied> {
  const { input, output, amount, seed, version, reading } = request;
  const files = new NewFiles([output], [input], request.force);
  const numbers = new RowNumbers();
  const source = await readSource(input, (row) => numbers.add(row.number), reading('read'));
  const taken = sampledRows(numbers.all(), amount, seed);
  try {
    const part = files.open(output);
    const writing = reading('written');
    await readAgain(
      source,
      (row) => {
        if (taken.has(row.number)) part.writeLine(row.bytes);
      },
      writing,
    );
    const dropped = [{ what: 'not-sampled', rows: source.rows - taken.size }];
    const steps = [{ step: 'sample' as const, amount, seed }];
    await files.publish([[part, { version, sources: [source], steps, dropped }]], writing.signal);
    return { source, rows: taken.size };
  } finally {
    files.abandon();
  }
}
