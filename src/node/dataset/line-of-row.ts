import { createReadStream } from 'node:fs';
import type { RowContainer } from '../../core/dataset/row-container.ts';
import { lintFile } from './lint-file.ts';

const LF = 0x0a;
const QUOTE = 0x22;

/**
 * The 0-based line of a text file at which a row begins; null if there is no such row.
 * @throws the error of the file system if the file cannot be read
 */
export async function lineOfRow(path: string, row: number, container: RowContainer): Promise<number | null> {
  switch (container) {
    case 'line':
      return row - 1;
    case 'document':
      return 0;
    case 'record':
      return lineOfRecord(path, row);
    case 'element':
      return lineOfElement(path, row);
  }
}

async function lineOfElement(path: string, row: number): Promise<number | null> {
  let offset: number | null = null;
  await lintFile(path, {
    path,
    only: [],
    onRow: (each) => {
      if (each.number === row) offset = each.offset;
    },
  });
  return offset === null ? null : linesBefore(path, offset);
}

async function linesBefore(path: string, offset: number): Promise<number> {
  let lines = 0;
  if (offset === 0) return lines;
  for await (const chunk of createReadStream(path, { end: offset - 1 })) {
    for (const byte of chunk as Uint8Array) if (byte === LF) lines += 1;
  }
  return lines;
}

/** Row 1 of CSV is the record behind the names of the columns; a line end in quotes ends none. */
async function lineOfRecord(path: string, row: number): Promise<number | null> {
  let line = 0;
  let records = 0;
  let quoted = false;
  for await (const chunk of createReadStream(path)) {
    for (const byte of chunk as Uint8Array) {
      if (byte === QUOTE) quoted = !quoted;
      if (byte !== LF) continue;
      line += 1;
      if (quoted) continue;
      records += 1;
      if (records === row) return line;
    }
  }
  return null;
}
