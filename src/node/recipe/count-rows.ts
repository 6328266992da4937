import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { markLength } from '../../core/dataset/reading/mark-length.ts';

/** What one pass over a data file tells. */
export interface FileFacts {
  readonly bytes: number;
  readonly sha256: string;
  /** Rows as `datasets` counts them, blank lines aside; null where the file's kind is not counted. */
  readonly rows: number | null;
  /** Names of the columns of the first row; null where it is no JSON object. */
  readonly columns: readonly string[] | null;
}

/** A file that begins as a JSON array is read whole to be counted; above this size it is not counted. */
const LARGEST_ARRAY = 64 * 1024 * 1024;
/** The first row is looked at within this many bytes. */
const HEAD = 1024 * 1024;

/** Counts and hashes a data file in one pass. Errors of the file system are the caller's. */
export async function readFileFacts(file: string): Promise<FileFacts> {
  const kind = path.extname(file).toLowerCase();
  const hash = createHash('sha256');
  const lines = new LineCount(kind === '.csv' || kind === '.tsv');
  const head: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of fs.createReadStream(file, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
    if (bytes < HEAD) head.push(chunk);
    bytes += chunk.length;
    hash.update(chunk);
    lines.take(chunk);
  }
  const sha256 = hash.digest('hex');
  const start = Buffer.concat(head)
    .toString('utf8')
    .replace(/^\ufeff/, '');
  if (['.json', '.jsonl', '.ndjson'].includes(kind)) {
    return { bytes, sha256, ...(await jsonRows(file, bytes, start, lines.count())) };
  }
  if (kind === '.csv' || kind === '.tsv') {
    const header = (start.split(/\r?\n/, 1)[0] ?? '').split(kind === '.csv' ? ',' : '\t');
    return { bytes, sha256, rows: Math.max(0, lines.count() - 1), columns: header.map(unquote) };
  }
  return {
    bytes,
    sha256,
    rows: kind === '.txt' ? lines.count() : null,
    columns: kind === '.txt' ? ['text'] : null,
  };
}

function unquote(name: string): string {
  return name.replace(/^"(.*)"$/, '$1');
}

/** Content decides: one array is its elements, one object over several lines is one row, all else is a row a line. */
async function jsonRows(
  file: string,
  bytes: number,
  start: string,
  lines: number,
): Promise<{ rows: number | null; columns: string[] | null }> {
  const text = start.trimStart();
  const firstLine = text.split('\n', 1)[0] ?? '';
  const first = parse(firstLine);
  if (!text.startsWith('[') && (first !== undefined || !text.startsWith('{'))) {
    return { rows: lines, columns: columnsOf(first) };
  }
  if (bytes > LARGEST_ARRAY) return { rows: text.startsWith('[') ? null : lines, columns: null };
  const whole = parse((await fs.promises.readFile(file, 'utf8')).replace(/^\ufeff/, ''));
  if (Array.isArray(whole)) return { rows: whole.length, columns: columnsOf(whole[0]) };
  if (whole === undefined) return { rows: text.startsWith('[') ? null : lines, columns: null };
  return { rows: 1, columns: columnsOf(whole) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function columnsOf(row: unknown): string[] | null {
  return typeof row === 'object' && row !== null && !Array.isArray(row) ? Object.keys(row) : null;
}

/** Counts lines that hold more than spaces and tabs, over chunks. In CSV a line end inside quotes ends no record. */
class LineCount {
  readonly #quotes: boolean;
  #inQuotes = false;
  #filled = false;
  #lines = 0;
  #bytes = 0;

  constructor(quotes: boolean) {
    this.#quotes = quotes;
  }

  take(chunk: Uint8Array): void {
    const start = this.#bytes === 0 ? markLength(chunk) : 0;
    this.#bytes += chunk.length;
    if (this.#quotes) this.#takeRecords(chunk, start);
    else this.#takeLines(chunk, start);
  }

  /** Looks at each line up to its first byte that is not blank, and jumps to its end. */
  #takeLines(chunk: Uint8Array, start: number): void {
    for (let from = start; from < chunk.length;) {
      const end = chunk.indexOf(0x0a, from);
      const stop = end === -1 ? chunk.length : end;
      for (let at = from; at < stop && !this.#filled; at++) this.#filled = !isBlank(chunk[at]);
      if (end === -1) return;
      this.#endLine();
      from = end + 1;
    }
  }

  #takeRecords(chunk: Uint8Array, start: number): void {
    for (const byte of chunk.subarray(start)) {
      if (byte === 0x0a && !this.#inQuotes) this.#endLine();
      else if (!isBlank(byte)) {
        this.#filled = true;
        if (byte === 0x22) this.#inQuotes = !this.#inQuotes;
      }
    }
  }

  #endLine(): void {
    if (this.#filled) this.#lines += 1;
    this.#filled = false;
  }

  count(): number {
    return this.#lines + (this.#filled ? 1 : 0);
  }
}

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0d || byte === 0x0a;
}
