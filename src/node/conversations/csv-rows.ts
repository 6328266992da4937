import { CsvRecordIndex } from '../../core/conversations/csv-record-index.ts';
import { CsvReader } from '../../core/dataset/csv-reader.ts';
import type { JsonObject } from '../../core/dataset/json-value.ts';
import { readSpans, tooLargeText, type ReadBytes } from './read-spans.ts';
import type { RowSource, SourceRow } from './row-source.ts';

/** Rows of CSV: records with the columns that the first one names. */
export class CsvRows implements RowSource {
  readonly opened: Promise<void>;
  readonly #read: ReadBytes;
  readonly #release: () => Promise<void>;
  readonly #records = new CsvRecordIndex();
  readonly #all: number;
  #header: Promise<string> | null = null;
  #done = 0;
  #isComplete = false;
  #fault: string | null = null;
  #isClosed = false;

  constructor(chunks: AsyncIterable<Uint8Array>, all: number, read: ReadBytes, release: () => Promise<void>) {
    this.#all = all;
    this.#read = read;
    this.#release = release;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.opened = promise;
    this.#index(chunks, resolve).then(resolve, (error: unknown) => this.#fail(error, reject));
  }

  get size(): number {
    return this.#records.size;
  }

  get isComplete(): boolean {
    return this.#isComplete;
  }

  get fault(): string | null {
    return this.#fault;
  }

  get bytes(): { done: number; all: number } {
    return { done: this.#done, all: Math.max(this.#done, this.#all) };
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
    this.#isClosed = true;
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

  /** What was read by then can still be shown. */
  #fail(error: unknown, reject: (error: unknown) => void): void {
    this.#fault = error instanceof Error ? error.message : String(error);
    this.#isComplete = true;
    reject(error);
  }

  async #index(chunks: AsyncIterable<Uint8Array>, opened: () => void): Promise<void> {
    for await (const chunk of chunks) {
      if (this.#isClosed) return;
      this.#records.push(chunk);
      this.#done += chunk.length;
      if (this.size > 0) opened();
    }
    this.#records.end();
    this.#isComplete = true;
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
