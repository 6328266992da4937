import { createReadStream } from 'node:fs';
import { CsvRecordIndex } from '../../core/dataset/reading/csv-record-index.ts';
import type { RowContainer } from '../../core/dataset/reading/row-container.ts';
import { eachRow } from './each-row.ts';

const LF = 0x0a;
const CR = 0x0d;

/**
 * The 0-based line of a text file at which a row begins, as an editor counts lines; null if there is no such row.
 * @throws the error of the file system if the file cannot be read
 */
export async function lineOfRow(path: string, row: number, container: RowContainer): Promise<number | null> {
  switch (container) {
    case 'line':
      return row - 1;
    case 'document':
      return 0;
    case 'record':
      return lineAt(path, await startOfRecord(path, row));
    case 'element':
      return lineAt(path, await startOfElement(path, row));
  }
}

async function startOfElement(path: string, row: number): Promise<number | null> {
  let offset: number | null = null;
  await eachRow(path, (each) => {
    if (each.number === row) offset = each.offset;
  });
  return offset;
}

async function startOfRecord(path: string, row: number): Promise<number | null> {
  const records = new CsvRecordIndex();
  for await (const chunk of createReadStream(path)) {
    records.push(chunk as Uint8Array);
    const span = records.spanOf(row);
    if (span !== null) return span.start;
  }
  return null;
}

/** A line ends at LF, CR LF or CR in an editor. @param offset of a byte that does not stand within a line end */
async function lineAt(path: string, offset: number | null): Promise<number | null> {
  if (offset === null || offset === 0) return offset;
  let lines = 0;
  let previous = 0;
  for await (const chunk of createReadStream(path, { end: offset - 1 })) {
    for (const byte of chunk as Uint8Array) {
      if (byte === CR || (byte === LF && previous !== CR)) lines += 1;
      previous = byte;
    }
  }
  return lines;
}
