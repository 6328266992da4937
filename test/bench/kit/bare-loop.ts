import { createReadStream } from 'node:fs';

const LF = 0x0a;

/**
 * The least that any check of a JSONL file does: read it in chunks, decode what is whole lines, JSON.parse each. As fast as we
 * know to write it, so that nothing is won by a slow reference. Returns the rows that are JSON.
 */
export async function bareLoop(file: string): Promise<number> {
  let rest: Buffer = Buffer.alloc(0);
  let rows = 0;
  for await (const read of createReadStream(file, { highWaterMark: 1 << 20 })) {
    const chunk = read as Buffer;
    const end = chunk.lastIndexOf(LF) + 1;
    if (end > 0) rows += parseLines(Buffer.concat([rest, chunk.subarray(0, end)]));
    rest = end > 0 ? chunk.subarray(end) : Buffer.concat([rest, chunk]);
  }
  return rows + parseLines(rest);
}

function parseLines(bytes: Buffer): number {
  const text = bytes.toString('utf8');
  let rows = 0;
  for (let at = 0; at < text.length;) {
    const found = text.indexOf('\n', at);
    const end = found < 0 ? text.length : found;
    rows += parses(text.slice(at, end)) ? 1 : 0;
    at = end + 1;
  }
  return rows;
}

function parses(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
