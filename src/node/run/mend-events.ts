import type fs from 'node:fs/promises';
import { seqOf } from '../../core/run/job-log-event.ts';
import { openIfThere } from './open-if-there.ts';

const firstPiece = 64 * 1024;
const newline = 0x0a;

/**
 * Cuts off an events.jsonl the line that a dying follower left half, because its event comes again. Only the end of the file is
 * read, however long it is.
 * @returns number of the last whole event; 0 if there is none
 */
export async function mendEvents(file: string): Promise<number> {
  const handle = await openIfThere(file, 'r+');
  if (handle === null) return 0;
  try {
    const { size } = await handle.stat();
    for (let length = firstPiece; ; length *= 2) {
      const start = Math.max(0, size - length);
      const bytes = await readFrom(handle, start, size);
      const whole = bytes.lastIndexOf(newline) + 1;
      const seq = lastSeq(bytes.toString('utf8', 0, whole));
      if (seq === null && start > 0) continue;
      if (whole < bytes.length) await handle.truncate(start + whole);
      return Math.max(0, seq ?? 0);
    }
  } finally {
    await handle.close();
  }
}

function lastSeq(lines: string): number | null {
  for (const line of lines.split('\n').toReversed()) {
    const seq = seqOf(line);
    if (seq !== null) return seq;
  }
  return null;
}

async function readFrom(handle: fs.FileHandle, start: number, end: number): Promise<Buffer> {
  const buffer = Buffer.alloc(end - start);
  const { bytesRead } = await handle.read(buffer, 0, buffer.length, start);
  return buffer.subarray(0, bytesRead);
}
