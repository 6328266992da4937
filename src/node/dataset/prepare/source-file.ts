import { createHash, type Hash } from 'node:crypto';
import { createReadStream, type Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { fileKind } from '../../../core/dataset/file-kind.ts';
import { foreignEncoding } from '../../../core/dataset/reading/foreign-encoding.ts';
import {
  CsvSourceReader,
  JsonSourceReader,
  type SourceEnd,
  type SourceReader,
} from '../../../core/dataset/prepare/source-reader.ts';
import { recordRow, type SourceRow } from '../../../core/dataset/prepare/source-row.ts';
import { UnsupportedCodec } from '../../../core/dataset/reading/unsupported-codec.ts';
import { HumanError } from '../../../core/text/human-error.ts';

/** Bytes read at once. */
const CHUNK = 1 << 20;

/** A file whose rows were read. */
export interface SourceFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly rows: number;
  readonly blankLines: number;
  /** Bytes that are no UTF-8 were read as U+FFFD. */
  readonly hasReplacedBytes: boolean;
  /** Columns of bytes were read as base64. */
  readonly hasBytes: boolean;
}

export interface Reading {
  readonly signal: AbortSignal;
  /** Called with the bytes that were read and those that there are. */
  readonly onProgress: (done: number, total: number) => void;
}

/**
 * Reads the rows of a dataset file in order, as its content says (CSV and Parquet by their extension), and no faster than they are
 * taken. JSONL, CSV and Parquet are streamed.
 * @throws {HumanError} where it holds no rows that could be read; the error of the file system; the signal's reason
 */
export async function readSource(
  path: string,
  onRow: (row: SourceRow) => void,
  reading: Reading,
): Promise<SourceFile> {
  const before = await readableStat(path);
  const hash = createHash('sha256');
  let rows = 0;
  const counted = (row: SourceRow): void => {
    rows += 1;
    onRow(row);
  };
  const kind = fileKind(path);
  const end =
    kind === 'parquet'
      ? await readParquet(path, counted, reading, hash)
      : await readBytes(
          path,
          kind === 'csv' ? new CsvSourceReader(counted) : new JsonSourceReader(counted),
          reading,
          hash,
        );
  if (end.isBroken || rows === 0) throw new HumanError('prepare.no-rows', { path });
  const { mtimeMs, size: bytes } = await stat(path);
  if (mtimeMs !== before.mtimeMs || bytes !== before.size) throw new HumanError('prepare.changed', { path });
  const { blankLines, hasReplacedBytes, hasBytes } = end;
  return { path, bytes, sha256: hash.digest('hex'), rows, blankLines, hasReplacedBytes, hasBytes };
}

/** @throws {HumanError} where it is no regular file: a pipe would wait for a writer, and give its rows once */
export async function readableStat(path: string): Promise<Stats> {
  const stats = await stat(path);
  if (stats.isDirectory()) throw new HumanError('prepare.is-folder', { path });
  if (!stats.isFile()) throw new HumanError('prepare.no-regular-file', { path });
  return stats;
}

/**
 * Reads the rows of a file again.
 * @throws {HumanError} where it is not what it was
 */
export async function readAgain(
  known: SourceFile,
  onRow: (row: SourceRow) => void,
  reading: Reading,
): Promise<void> {
  const again = await readSource(known.path, onRow, reading);
  if (again.sha256 !== known.sha256) throw new HumanError('prepare.changed', { path: known.path });
}

/** @throws {HumanError} where a file is not the one that somebody looked at before; without a digest every file is */
export function refuseOther({ path, sha256 }: SourceFile, expected: string | null | undefined): void {
  if (typeof expected === 'string' && sha256 !== expected) throw new HumanError('prepare.changed', { path });
}

async function readBytes(
  path: string,
  reader: SourceReader,
  { signal, onProgress }: Reading,
  hash: Hash,
): Promise<SourceEnd> {
  const { size } = await stat(path);
  let done = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK, signal })) {
    const bytes: Uint8Array = chunk;
    if (done === 0) refuseForeign(path, bytes);
    hash.update(bytes);
    reader.push(bytes);
    done += bytes.length;
    onProgress(done, size);
  }
  return reader.end();
}

/** Its rows cannot be told, and cut where a line would end its bytes are those of no file. @param head the first bytes of the file */
function refuseForeign(path: string, head: Uint8Array): void {
  const encoding = foreignEncoding(head);
  if (encoding === null) return;
  const { kind, ...args } = encoding;
  throw new HumanError(`prepare.foreign.${kind}`, { path, ...args });
}

/** The library is loaded when there is something to read with it; it reads where it likes, so the digest is made apart. */
async function readParquet(
  path: string,
  onRow: (row: SourceRow) => void,
  { signal, onProgress }: Reading,
  hash: Hash,
): Promise<SourceEnd> {
  const { size } = await stat(path);
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK, signal })) hash.update(chunk);
  const { openParquet } = await import('../read-parquet.ts');
  let number = 0;
  let hasBytes = false;
  try {
    const file = await openParquet(path);
    hasBytes = file.hasBytes;
    for await (const record of file.records()) {
      signal.throwIfAborted();
      onRow(recordRow(record, ++number));
    }
  } catch (error) {
    if (signal.aborted || error instanceof HumanError) throw error;
    if (error instanceof UnsupportedCodec)
      throw new HumanError('prepare.unsupported-codec', { path, codec: error.codec }, { cause: error });
    const reason = error instanceof Error ? error.message : String(error);
    throw new HumanError('prepare.unreadable', { path, reason }, { cause: error });
  }
  onProgress(size, size);
  return { blankLines: 0, isBroken: false, hasReplacedBytes: false, hasBytes };
}
