import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { fileKind } from '../../core/dataset/file-kind.ts';
import { CsvRows } from './csv-rows.ts';
import { JsonRows } from './json-rows.ts';
import type { ReadBytes } from './read-spans.ts';
import type { RowSource } from './row-source.ts';

/** Bytes that are looked at once: small enough that a question in between is answered at once. */
const CHUNK = 1 << 19;

/**
 * The rows of a file on disk, of which the first can be read while the others are still looked for.
 * @throws the error of the file system if it cannot be opened
 */
export async function openRowSource(path: string): Promise<RowSource> {
  const kind = fileKind(path);
  if (kind === 'parquet') {
    const { ParquetRows } = await import('./parquet-rows.ts');
    return ParquetRows.open(path);
  }
  const file = await open(path);
  const { size } = await file.stat();
  const chunks = createReadStream(path, { highWaterMark: CHUNK });
  const release = async (): Promise<void> => {
    chunks.destroy();
    await file.close();
  };
  const Rows = kind === 'csv' ? CsvRows : JsonRows;
  return new Rows(chunks, size, reader(file), release);
}

function reader(file: FileHandle): ReadBytes {
  return async (start, end) => {
    const bytes = new Uint8Array(end - start);
    const { bytesRead } = await file.read(bytes, 0, bytes.length, start);
    return bytes.subarray(0, bytesRead);
  };
}
