import {
  asyncBufferFromFile,
  parquetMetadataAsync,
  parquetReadObjects,
  parquetSchema,
  type AsyncBuffer,
  type FileMetaData,
  type SchemaTree,
} from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import type { JsonObject, JsonValue } from '../../core/dataset/json-value.ts';

/** Rows that are decoded at once. */
const ROWS = 1000;

/** A Parquet file whose rows can be read from anywhere. */
export interface ParquetFile {
  readonly size: number;
  /** The rows from a position to another, 0-based, end exclusive. */
  read(from: number, to: number): Promise<JsonObject[]>;
}

/** @throws the library's error if the file is no Parquet or broken; that of the file system if it cannot be read */
export async function openParquet(path: string): Promise<ParquetFile> {
  const { file, metadata } = await openFile(path);
  return {
    size: metadata.row_groups.reduce((sum, { num_rows: rows }) => sum + Number(rows), 0),
    async read(rowStart, rowEnd) {
      if (rowEnd <= rowStart) return [];
      const rows = await parquetReadObjects({ file, metadata, compressors, rowStart, rowEnd });
      return rows.map(objectOf);
    },
  };
}

/**
 * The rows of a Parquet file in order, a stretch of a row group at a time.
 * @throws the library's error if the file is no Parquet or broken; that of the file system if it cannot be read
 */
export async function* parquetRows(path: string): AsyncGenerator<JsonObject> {
  const { file, metadata } = await openFile(path);
  let start = 0;
  for (const group of metadata.row_groups) {
    const end = start + Number(group.num_rows);
    for (let from = start; from < end; from += ROWS) {
      const rowEnd = Math.min(end, from + ROWS);
      const rows = await parquetReadObjects({ file, metadata, compressors, rowStart: from, rowEnd });
      for (const row of rows) yield objectOf(row);
    }
    start = end;
  }
}

async function openFile(path: string): Promise<{ file: AsyncBuffer; metadata: FileMetaData }> {
  const file = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(file);
  checkColumns(metadata);
  return { file, metadata };
}

/**
 * The library begins to read all columns of a row group before it looks for the next one in the schema, and waits for one of each name: what
 * it leaves behind may be broken too, and would end the process (hyparquet 1.33 rowgroup.js:21).
 * @throws {Error} where a column is not in the schema, or there twice
 */
function checkColumns(metadata: FileMetaData): void {
  const known = new Set(leavesOf(parquetSchema(metadata)));
  for (const { columns } of metadata.row_groups) {
    const names = columns.flatMap(({ meta_data: column }) => column?.path_in_schema.join('.') ?? []);
    const odd = names.find((name, n) => !known.has(name) || names.indexOf(name) < n);
    if (odd !== undefined) throw new Error(`columns and schema differ at ${odd}`);
  }
}

function leavesOf({ path, children }: SchemaTree): string[] {
  return children.length === 0 ? [path.join('.')] : children.flatMap(leavesOf);
}

function objectOf(row: Readonly<Record<string, unknown>>): JsonObject {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, jsonOf(value)]));
}

/** Dates as ISO 8601, 64-bit integers as numbers; bytes, as of images, are null: nothing of them is text. */
function jsonOf(value: unknown): JsonValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Date) return value.toISOString();
  if (ArrayBuffer.isView(value)) return null;
  if (Array.isArray(value)) return value.map(jsonOf);
  if (typeof value === 'object' && value !== null) return objectOf(value as Record<string, unknown>);
  return null;
}
