import type { LoadModel } from '../../core/dataset/loading/load-model.ts';
import type { Row } from '../../core/dataset/row/row.ts';
import { lintFile } from './lint-file.ts';

export interface RowReading {
  readonly signal?: AbortSignal | undefined;
  /** Is shown what `datasets` reads of the file. */
  readonly model?: LoadModel | undefined;
}

/** No rule is asked when rows are read for something else. */
const NO_RULES: readonly string[] = [];

/**
 * Shows every row of a dataset file that can be read, in order; what is wrong with the file is passed over.
 * @param onRow must not keep the row; what it throws ends the reading
 * @throws what `onRow` throws; the signal's reason; the error of the file system if the file cannot be read
 */
export async function eachRow(
  path: string,
  onRow: (row: Row) => void,
  { signal, model }: RowReading = {},
): Promise<void> {
  const watched = (row: Row): void => {
    signal?.throwIfAborted();
    onRow(row);
  };
  await lintFile(path, { path, only: NO_RULES, model, onRow: watched });
  signal?.throwIfAborted();
}
