import { createReadStream } from 'node:fs';

/** Of larger pieces, which come and go with each read, the process keeps more than it ever uses at a time. */
const PIECE = 1 << 16;

/** The bytes of a file, or those from `start` up to `end`, in pieces. */
export function fileBytes(
  path: string,
  range?: { readonly start: number; readonly end: number },
): AsyncIterable<Uint8Array> {
  const part = range === undefined ? {} : { start: range.start, end: range.end - 1 };
  return createReadStream(path, { ...part, highWaterMark: PIECE });
}
