import fs from 'node:fs';

/**
 * The text of one row of a JSONL file (row = physical line, 1-based), read no further than that line; null if the file ends before.
 * A line ends at `\n` or `\r\n` only.
 */
export async function readRowText(file: string, row: number): Promise<string | null> {
  let line = 1;
  const parts: string[] = [];
  for await (const piece of fs.createReadStream(file, { encoding: 'utf8' })) {
    const chunk = String(piece);
    let start = 0;
    for (let end = chunk.indexOf('\n'); end !== -1; end = chunk.indexOf('\n', start)) {
      if (line === row) return withoutReturn(parts.join('') + chunk.slice(start, end));
      start = end + 1;
      line++;
    }
    if (line === row) parts.push(chunk.slice(start));
  }
  return line === row && parts.join('') !== '' ? withoutReturn(parts.join('')) : null;
}

function withoutReturn(text: string): string {
  return text.endsWith('\r') ? text.slice(0, -1) : text;
}
