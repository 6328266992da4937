import { createReadStream } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { lintCsv, lintRecords } from '../../core/dataset/lint-records.ts';
import type { LintOptions } from '../../core/dataset/lint-options.ts';
import { lintStream } from '../../core/dataset/linter.ts';
import type { LintedFile } from '../../core/dataset/finding.ts';

/** Bytes read at once. */
const CHUNK = 1 << 20;

/**
 * Lints a file on disk, streaming. What is wrong with its content are findings.
 * @param path the file to open; `options.path` is how it is named in the result.
 * @throws the error of the file system if it cannot be opened or read.
 */
export async function lintFile(path: string, options: LintOptions): Promise<LintedFile> {
  const container = containerOf(path);
  if (container === 'parquet') return lintParquet(path, options);
  const bytes = createReadStream(path, { highWaterMark: CHUNK });
  return container === 'csv' ? lintCsv(bytes, options) : lintStream(bytes, options);
}

/** The library is loaded when there is something to read with it. */
async function lintParquet(path: string, options: LintOptions): Promise<LintedFile> {
  await access(path, constants.R_OK);
  const { size } = await stat(path);
  const { parquetRows } = await import('./read-parquet.ts');
  return lintRecords(parquetRows(path), size, options);
}

/** Files that their extension tells, not their content. */
function containerOf(path: string): 'csv' | 'parquet' | null {
  const extension = extname(path).toLowerCase();
  return extension === '.csv' ? 'csv' : extension === '.parquet' ? 'parquet' : null;
}
