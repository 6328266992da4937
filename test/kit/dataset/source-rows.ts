import { JsonSourceReader } from '../../../src/core/dataset/prepare/source-reader.ts';
import type { SourceRow } from '../../../src/core/dataset/prepare/source-row.ts';

/** The rows of a file with this content. */
export function sourceRows(content: string | Uint8Array): SourceRow[] {
  const rows: SourceRow[] = [];
  const reader = new JsonSourceReader((row) => rows.push(row));
  reader.push(typeof content === 'string' ? new TextEncoder().encode(content) : content);
  reader.end();
  return rows;
}

/** A file with a row a value. */
export function asLines(values: readonly unknown[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('');
}
