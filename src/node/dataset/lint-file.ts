import { access, constants, stat } from 'node:fs/promises';
import { fileKind } from '../../core/dataset/file-kind.ts';
import { lintCsv, lintRecords } from '../../core/dataset/lint-records.ts';
import type { LintOptions } from '../../core/dataset/lint-options.ts';
import { lintStream } from '../../core/dataset/linter.ts';
import type { LintedFile } from '../../core/dataset/findings/finding.ts';
import type { Row } from '../../core/dataset/row/row.ts';
import { fileBytes } from './file-bytes.ts';

/** Who waits for a lint. */
export interface LintReading {
  readonly signal: AbortSignal;
  /** Called with the bytes that were read and those that there are. */
  readonly onProgress: (done: number, total: number) => void;
}

/**
 * Lints a file on disk, streaming. What is wrong with its content are findings.
 * @param path the file to open; `options.path` is how it is named in the result.
 * @param reading who wants to know how far it is, and may give it up
 * @throws the error of the file system if it cannot be opened or read; the signal's reason; what `options.onRow` throws.
 */
export async function lintFile(
  path: string,
  options: LintOptions,
  reading?: LintReading,
): Promise<LintedFile> {
  const container = fileKind(path);
  if (container === 'parquet') return lintParquet(path, options, reading);
  const stream = fileBytes(path);
  const bytes = reading === undefined ? stream : watched(stream, (await stat(path)).size, reading);
  return container === 'csv' ? lintCsv(bytes, options) : lintStream(bytes, options);
}

/** The library is loaded when there is something to read with it. */
async function lintParquet(path: string, options: LintOptions, reading?: LintReading): Promise<LintedFile> {
  await access(path, constants.R_OK);
  const { size } = await stat(path);
  const { parquetRecords } = await import('./read-parquet.ts');
  const thrown: unknown[] = [];
  const onRow = (row: Row): void => {
    try {
      options.onRow?.(row);
    } catch (error) {
      thrown.push(error);
      throw error;
    }
  };
  const watching = options.onRow === undefined ? options : { ...options, onRow };
  const linted = await lintRecords(parquetRecords(path), size, watching);
  // what ends the records early is taken for a fault of the file
  if (thrown.length > 0) throw thrown[0];
  reading?.signal.throwIfAborted();
  return linted;
}

async function* watched(
  bytes: AsyncIterable<Uint8Array>,
  size: number,
  { signal, onProgress }: LintReading,
): AsyncGenerator<Uint8Array> {
  let done = 0;
  for await (const chunk of bytes) {
    signal.throwIfAborted();
    yield chunk;
    done += chunk.length;
    onProgress(done, size);
  }
}
