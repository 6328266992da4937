import { createReadStream } from 'node:fs';

/** A line of a file that is not blank, and its number from 1. */
export interface NumberedLine {
  readonly text: string;
  readonly row: number;
}

/**
 * The lines of a file in batches. A line ends at `\n` or `\r\n` only; blank ones are passed over.
 * @throws the error of the file system; the signal's reason when it is aborted
 */
export async function* batchesOfLines(
  path: string,
  size: number,
  signal: AbortSignal,
): AsyncGenerator<readonly NumberedLine[]> {
  let rest = '';
  let row = 0;
  let batch: NumberedLine[] = [];
  const take = (line: string): void => {
    row += 1;
    const text = line.endsWith('\r') ? line.slice(0, -1) : line;
    if (text.trim() !== '') batch.push({ text, row });
  };
  for await (const chunk of createReadStream(path, { encoding: 'utf8', signal })) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      take(line);
      if (batch.length < size) continue;
      yield batch;
      batch = [];
    }
  }
  if (rest !== '') take(rest);
  if (batch.length > 0) yield batch;
}
