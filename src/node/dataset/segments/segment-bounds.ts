import { open, type FileHandle } from 'node:fs/promises';
import { foreignEncoding } from '../../../core/dataset/reading/foreign-encoding.ts';
import { markLength } from '../../../core/dataset/reading/mark-length.ts';
import { beginsLines } from '../../../core/dataset/reading/row-reader.ts';

const LF = 0x0a;
const WINDOW = 1 << 16;
/** As much of a file is read to see what it is; a first line that is longer leaves it unknown. */
const HEAD = 1 << 20;

/**
 * The bytes at which segments begin in a JSONL file, and the end of the file; null of a file that is one document, or may be.
 * @param sizeOf says about how many bytes the next segment has where so many are left
 */
export async function segmentBounds(
  path: string,
  sizeOf: (left: number) => number,
): Promise<number[] | null> {
  const file = await open(path);
  try {
    const { size: end } = await file.stat();
    const head = await read(file, 0, HEAD);
    // what is broken in such a file is told by its first bytes
    if (foreignEncoding(head) !== null) return null;
    const start = markLength(head);
    const first = head.subarray(start);
    if (!first.includes(LF) || !beginsLines(first)) return null;
    const bounds = [start];
    for (let at = start + sizeOf(end - start); at < end; at += sizeOf(end - at)) {
      const bound = await nextLine(file, at, end);
      if (bound < end && bound > (bounds.at(-1) ?? 0)) bounds.push(bound);
    }
    return [...bounds, end];
  } finally {
    await file.close();
  }
}

/** Where the line after the one with this byte begins; the end if there is none. */
async function nextLine(file: FileHandle, from: number, end: number): Promise<number> {
  for (let at = from; at < end; at += WINDOW) {
    const found = (await read(file, at, WINDOW)).indexOf(LF);
    if (found >= 0) return at + found + 1;
  }
  return end;
}

async function read(file: FileHandle, at: number, length: number): Promise<Uint8Array> {
  const buffer = new Uint8Array(length);
  const { bytesRead } = await file.read(buffer, 0, length, at);
  return buffer.subarray(0, bytesRead);
}
