import type { SourceRow } from '../../../core/dataset/prepare/source-row.ts';
import { readSource } from './source-file.ts';

/** Rows and characters that a preview has at most, so that an editor shows it at once. */
const MOST_ROWS = 20;
const MOST_CHARACTERS = 400_000;

/** The rows from the beginning of a file that a preview shows; the file is read no further. @throws as `readSource` */
export async function firstRows(path: string): Promise<SourceRow[]> {
  const rows: SourceRow[] = [];
  let characters = 0;
  await readUntil(path, (row) => {
    rows.push(row);
    characters += row.raw.text.length;
    return rows.length === MOST_ROWS || characters > MOST_CHARACTERS;
  });
  return rows;
}

/** Some rows of a file by their numbers; the file is read no further than the last of them. @throws as `readSource` */
export async function rowsByNumber(
  path: string,
  numbers: ReadonlySet<number>,
): Promise<ReadonlyMap<number, SourceRow>> {
  const rows = new Map<number, SourceRow>();
  if (numbers.size === 0) return rows;
  await readUntil(path, (row) => {
    if (numbers.has(row.number)) rows.set(row.number, row);
    return rows.size === numbers.size;
  });
  return rows;
}

/** Reads rows until `take` has enough. */
async function readUntil(path: string, take: (row: SourceRow) => boolean): Promise<void> {
  const enough = new AbortController();
  const onRow = (row: SourceRow): void => {
    if (!enough.signal.aborted && take(row)) enough.abort();
  };
  try {
    await readSource(path, onRow, { signal: enough.signal, onProgress: () => undefined });
  } catch (error) {
    if (!enough.signal.aborted) throw error;
  }
}
