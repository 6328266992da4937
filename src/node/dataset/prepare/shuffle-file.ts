import { setImmediate } from 'node:timers/promises';
import { seededOrder } from '../../../core/dataset/prepare/seeded-order.ts';
import { NewFiles } from './new-files.ts';
import type { PartFile } from '../../files/part-file.ts';
import { RowScratch } from './row-scratch.ts';
import type { Copied } from './sample-file.ts';
import { readSource, type Reading } from './source-file.ts';

/** Rows that are written before somebody else gets a turn. */
const AT_ONCE = 2000;

export interface ShuffleRequest {
  /** Absolute. */
  readonly input: string;
  readonly output: string;
  readonly seed: number;
  readonly force: boolean;
  /** Of this program, for the note. */
  readonly version: string;
  readonly reading: (phase: 'read' | 'written') => Reading;
}

/**
 * Writes the rows of a file in an order that a seed decides, byte for byte, and a note of where they come from. In their old order they go
 * to the disk first: none is kept in memory, whatever the file is.
 * @throws {HumanError} where it cannot be done; the error of the file system; the signal's reason. Nothing is left behind then.
 */
export async function shuffleFile(request: ShuffleRequest): Promise<Copied> {
  const { input, output, seed, version, reading } = request;
  const files = new NewFiles([output], [input], request.force);
  const scratch = new RowScratch(output);
  try {
    const source = await readSource(input, (row) => scratch.add(row.bytes), reading('read'));
    scratch.flush();
    const part = files.open(output);
    const writing = reading('written');
    await copyInOrder(scratch, part, seed, writing);
    const steps = [{ step: 'shuffle' as const, seed }];
    await files.publish([[part, { version, sources: [source], steps, dropped: [] }]], writing.signal);
    return { source, rows: source.rows };
  } finally {
    files.abandon();
    scratch.remove();
  }
}

async function copyInOrder(
  scratch: RowScratch,
  part: PartFile,
  seed: number,
  { signal, onProgress }: Reading,
): Promise<void> {
  const { rows, bytes } = scratch;
  const order = seededOrder(
    Array.from({ length: rows }, (_, n) => n),
    seed,
  );
  for (const [done, row] of order.entries()) {
    part.writeLine(scratch.read(row));
    if (done % AT_ONCE !== 0) continue;
    onProgress(part.bytes, bytes);
    await setImmediate();
    signal.throwIfAborted();
  }
}
