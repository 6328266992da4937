import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { lintStream, lintUnreadable, type LintOptions } from '../../core/dataset/linter.ts';
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
  if (container !== null) return lintUnreadable(container, (await stat(path)).size, options);
  return lintStream(createReadStream(path, { highWaterMark: CHUNK }), options);
}

/** Files that their extension tells, not their content. */
function containerOf(path: string): 'csv' | 'parquet' | null {
  const extension = extname(path).toLowerCase();
  return extension === '.csv' ? 'csv' : extension === '.parquet' ? 'parquet' : null;
}
