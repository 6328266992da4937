import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { SplitRows, type Split, type SplitOptions } from '../../../core/dataset/prepare/split-rows.ts';
import { HumanError } from '../../../core/text/human-error.ts';
import { NewFiles, type Origin } from './new-files.ts';
import type { SplitOutputs } from './split-outputs.ts';
import { readAgain, readSource, refuseOther, type Reading, type SourceFile } from './source-file.ts';

export interface SplitRequest extends SplitOptions {
  /** Absolute. */
  readonly input: string;
  /** Absolute paths of the two new files; null: only say how the rows would be divided. */
  readonly outputs: SplitOutputs | null;
  /** Digest that the file must have; if absent, it may be another. */
  readonly expected?: string | null;
  readonly force: boolean;
  /** Of this program, for the note. */
  readonly version: string;
  readonly reading: (phase: 'read' | 'written') => Reading;
}

/** A split that is written. */
export type WrittenSplit = SplitRequest & { readonly outputs: SplitOutputs };

/**
 * Divides a file into rows to train on and rows that are held out, byte for byte and in their order, each with a note.
 * @throws {HumanError} where it cannot be done; the error of the file system; the signal's reason. Nothing is left behind then.
 */
export async function splitFile(request: SplitRequest): Promise<{ source: SourceFile; split: Split }> {
  const { input, outputs, reading } = request;
  const files = outputs === null ? null : new NewFiles(Object.values(outputs), [input], request.force);
  const rows = new SplitRows(request);
  const source = await readSource(input, (row) => rows.add(row), reading('read'));
  refuseOther(source, request.expected);
  const split = rows.end();
  if (split.unread.length === split.rows) throw new HumanError('prepare.no-rows', { path: input });
  if (files !== null && outputs !== null) await write(files, source, split, { ...request, outputs });
  return { source, split };
}

async function write(
  files: NewFiles,
  source: SourceFile,
  { side, rows, eval: held }: Split,
  request: WrittenSplit,
): Promise<void> {
  const { outputs, reading } = request;
  try {
    await mkdir(path.dirname(outputs.train), { recursive: true });
    const trainPart = files.open(outputs.train);
    const evalPart = files.open(outputs.eval);
    const writing = reading('written');
    const partOf = (row: number) => (side[row] === 1 ? evalPart : trainPart);
    await readAgain(source, (row) => partOf(row.number).writeLine(row.bytes), writing);
    const trainOrigin = originOf('train', held, source, request);
    const evalOrigin = originOf('eval', rows - held, source, request);
    await files.publish(
      [
        [trainPart, trainOrigin],
        [evalPart, evalOrigin],
      ],
      writing.signal,
    );
  } finally {
    files.abandon();
  }
}

/** @param others rows of the other side */
function originOf(
  side: 'train' | 'eval',
  others: number,
  source: SourceFile,
  { eval: share, seed, strata, version }: SplitRequest,
): Origin {
  const dropped = [{ what: 'other-side', rows: others }];
  return { version, sources: [source], steps: [{ step: 'split', eval: share, seed, strata, side }], dropped };
}
