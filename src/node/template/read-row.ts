import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { eachElement } from '../../core/dataset/json/array-elements.ts';
import { readRowText } from '../dataset/read-row-text.ts';

/** The JSON text of a row, or how many rows there are if it is none of them. */
export type ReadRow = { readonly text: string } | { readonly rows: number };

const PREFIX = 4096;

/**
 * One row of a file, 1-based: of JSONL a physical line, of one JSON array an element, one JSON object over several lines is row 1.
 * Throws the error of the file system if it cannot be read.
 */
export async function readRow(path: string, row: number): Promise<ReadRow> {
  const first = await firstCharacter(path);
  const whole = first === '[' ? await ofArray(path, row) : first === '{' ? await ofObject(path, row) : null;
  if (whole !== null) return whole;
  const text = await readRowText(path, row);
  return text === null ? { rows: await countLines(path) } : { text: row === 1 ? withoutMark(text) : text };
}

async function firstCharacter(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(PREFIX), position: 0 });
    return withoutMark(buffer.toString('utf8', 0, bytesRead))
      .trimStart()
      .charAt(0);
  } finally {
    await file.close();
  }
}

async function ofArray(path: string, row: number): Promise<ReadRow | null> {
  const bytes = await readFile(path);
  let rows = 0;
  let wanted: readonly [number, number] | null = null;
  const isArray = eachElement(bytes, bytes.indexOf(0x5b), (from, to) => {
    rows += 1;
    if (rows === row) wanted = [from, to];
    return true;
  });
  if (!isArray) return null;
  return wanted === null ? { rows } : { text: bytes.toString('utf8', ...(wanted as [number, number])) };
}

/** Only if its first line is no JSON but all lines together are. */
async function ofObject(path: string, row: number): Promise<ReadRow | null> {
  const line = await readRowText(path, 1);
  if (line !== null && isJson(withoutMark(line))) return null;
  const text = withoutMark(await readFile(path, 'utf8'));
  if (!isJson(text)) return null;
  return row === 1 ? { text } : { rows: 1 };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

async function countLines(path: string): Promise<number> {
  let lines = 0;
  let open = false;
  for await (const piece of createReadStream(path, { encoding: 'latin1' })) {
    const chunk = String(piece);
    for (let at = chunk.indexOf('\n'); at !== -1; at = chunk.indexOf('\n', at + 1)) lines++;
    open = !chunk.endsWith('\n');
  }
  return lines + (open ? 1 : 0);
}

function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}
