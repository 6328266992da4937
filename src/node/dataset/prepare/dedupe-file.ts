import {
  countDuplicates,
  DuplicateRows,
  type FoundDuplicates,
} from '../../../core/dataset/prepare/duplicate-rows.ts';
import { HumanError } from '../../../core/text/human-error.ts';
import { NewFiles } from './new-files.ts';
import { readAgain, readSource, refuseOther, type Reading, type SourceFile } from './source-file.ts';

export interface DedupeRequest {
  /** Absolute. */
  readonly input: string;
  /** Absolute; null: only say what would go. */
  readonly output: string | null;
  readonly near: boolean;
  /** Digest that the file must have; if absent, it may be another. */
  readonly expected?: string | null;
  readonly force: boolean;
  /** Of this program, for the note. */
  readonly version: string;
  /** How far each of the two readings is. */
  readonly reading: (phase: 'read' | 'written') => Reading;
}

export interface Deduped {
  readonly source: SourceFile;
  readonly found: FoundDuplicates;
}

/**
 * Writes the rows of a file that duplicate no earlier one, byte for byte, and a note of where they come from.
 * @throws {HumanError} where it cannot be done; the error of the file system; the signal's reason. Nothing is left behind then.
 */
export async function dedupeFile(request: DedupeRequest): Promise<Deduped> {
  const { input, output, reading } = request;
  const files = output === null ? null : new NewFiles([output], [input], request.force);
  const rows = new DuplicateRows(request.near);
  const source = await readSource(input, (row) => rows.add(row), reading('read'));
  refuseOther(source, request.expected);
  const found = rows.end();
  if (found.unread.length === found.rows) throw new HumanError('prepare.no-rows', { path: input });
  if (files !== null && output !== null) await write(files, output, { source, found }, request);
  return { source, found };
}

async function write(
  files: NewFiles,
  output: string,
  { source, found }: Deduped,
  { near, version, reading }: DedupeRequest,
): Promise<void> {
  try {
    const part = files.open(output);
    const writing = reading('written');
    await readAgain(
      source,
      (row) => {
        if (!found.dropped.has(row.number)) part.writeLine(row.bytes);
      },
      writing,
    );
    const counts = countDuplicates(found);
    const dropped = [
      { what: 'exact-duplicate', rows: counts.exact },
      { what: 'near-duplicate', rows: counts.near },
    ];
    const origin = { version, sources: [source], steps: [{ step: 'dedupe' as const, near }], dropped };
    await files.publish([[part, origin]], writing.signal);
  } finally {
    files.abandon();
  }
}
