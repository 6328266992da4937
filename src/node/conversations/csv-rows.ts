import { CsvRecordIndex } from '../../core/dataset/reading/csv-record-index.ts';
import { CsvReader } from '../../core/dataset/reading/csv-reader.ts';
import type { JsonObject } from '../../core/dataset/json/json-value.ts';
import { FileIndexing } from './file-indexing.ts';
import { readSpans, tooLargeText, type ReadBytes } from './read-spans.ts';
import type { RowSource, SourceRow } from './row-source.ts';

/** Rows of CSV: records with the columns that the first one names. */
export class CsvRows implements RowSource {
  readonly #read: ReadBytes;
  readonly #release: () => Promise<void>;
  readonly #records = new CsvRecordIndex();
  readonly #indexing: FileIndexing;
  #header: Promise<string> | null = null;

  constructor(chunks: AsyncIterable<Uint8Array>, all: number, read: ReadBytes, release: () => Promise<void>) {
    this.#read = read;
    this.#release = release;
    this.#indexing = new FileIndexing(chunks, all, this.#records, () => this.size > 0);
  }

  get opened(): Promise<void> {
    return this.#indexing.opened;
  }

  get size(): number {
    return this.#records.size;
  }

  get isComplete(): boolean {
    return this.#indexing.isComplete;
  }

  get fault(): string | null {
    return this.#indexing.fault;
  }

  get bytes(): { done: number; all: number } {
    return this.#indexing.bytes;
  }

  numberAt(position: number): number {
    return position + 1;
  }

  positionOf(number: number): number {
    return Math.min(this.size, Math.max(0, number - 1));
  }

  spanAt(): null {
    return null;
  }

  numberAtLine(): null {
    return null;
  }

  async read(from: number, count: number): Promise<SourceRow[]> {
    const first = Math.max(0, from);
    const last = Math.min(this.size, from + count);
    const spans = Array.from({ length: Math.max(0, last - first) }, (_, n) => {
      return this.#records.spanOf(first + 1 + n) ?? { start: 0, end: 0 };
    });
    const header = await this.#headerText();
    return readSpans<SourceRow>(
      spans,
      this.#read,
      (bytes, n) => {
        const value = recordOf(header, new TextDecoder().decode(bytes));
        return { number: first + 1 + n, source: { kind: 'record', value } };
      },
      (beginning, n) => {
        const { start, end } = spans[n] ?? { start: 0, end: 0 };
        return { number: first + 1 + n, source: tooLargeText(beginning, end - start) };
      },
    );
  }

  async close(): Promise<void> {
    this.#indexing.stop();
    await this.#release();
  }

  #headerText(): Promise<string> {
    const span = this.#records.spanOf(0);
    this.#header ??= span === null ? Promise.resolve('') : this.#textOf(span.start, span.end);
    return this.#header;
  }

  async #textOf(start: number, end: number): Promise<string> {
    return new TextDecoder().decode(await this.#read(start, end));
  }
}

function recordOf(header: string, record: string): JsonObject {
  let value: JsonObject = {};
  const reader = new CsvReader((row) => (value = row));
  reader.push(`${header}\n`);
  reader.push(record);
  reader.end();
  return value;
}
