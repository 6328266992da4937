import { JsonRowIndex } from '../../core/conversations/json-row-index.ts';
import type { Span } from '../../core/dataset/place.ts';
import { readSpans, tooLargeText, type ReadBytes } from './read-spans.ts';
import type { RowSource, SourceRow } from './row-source.ts';

/** Rows of JSONL or of one JSON document; the bytes come from elsewhere, in order, and can be read again by their offsets. */
export class JsonRows implements RowSource {
  readonly opened: Promise<void>;
  readonly #read: ReadBytes;
  readonly #release: () => Promise<void>;
  readonly #rows = new JsonRowIndex();
  readonly #all: number;
  #done = 0;
  #isComplete = false;
  #fault: string | null = null;
  #isClosed = false;

  /** @param chunks all bytes, which are `all`; @param read the same bytes again; @param release what to do in the end */
  constructor(
    chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    all: number,
    read: ReadBytes,
    release: () => Promise<void> = () => Promise.resolve(),
  ) {
    this.#all = all;
    this.#read = read;
    this.#release = release;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.opened = promise;
    this.#index(chunks, resolve).then(resolve, (error: unknown) => this.#fail(error, reject));
  }

  get size(): number {
    return this.#rows.index.size;
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
    return this.#rows.index.at(position)?.number ?? 0;
  }

  positionOf(number: number): number {
    return this.#rows.index.positionOf(number);
  }

  spanAt(position: number): Span | null {
    return this.#rows.index.at(position)?.span ?? null;
  }

  numberAtLine(line: number): number | null {
    return this.#rows.index.at(this.#rows.index.positionOfLine(line))?.number ?? null;
  }

  read(from: number, count: number): Promise<SourceRow[]> {
    const places = Array.from({ length: count }, (_, n) => this.#rows.index.at(from + n));
    const known = places.filter((place) => place !== null);
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    return readSpans<SourceRow>(
      known.map(({ span }) => span),
      this.#read,
      (bytes, n) => ({
        number: known[n]?.number ?? 0,
        source: { kind: 'json', text: decoder.decode(bytes) },
      }),
      (beginning, n) => {
        const { number, span } = known[n] ?? { number: 0, span: { start: 0, end: 0 } };
        return { number, source: tooLargeText(beginning, span.end - span.start) };
      },
    );
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#release();
  }

  /** What was read by then can still be shown. */
  #fail(error: unknown, reject: (error: unknown) => void): void {
    this.#fault = error instanceof Error ? error.message : String(error);
    this.#isComplete = true;
    reject(error);
  }

  async #index(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, opened: () => void): Promise<void> {
    for await (const chunk of chunks) {
      if (this.#isClosed) return;
      this.#rows.push(chunk);
      this.#done += chunk.length;
      if (this.size > 0) opened();
    }
    this.#rows.end();
    this.#isComplete = true;
  }
}

/** Rows of a text that is all there. */
export function rowsOfText(text: string): JsonRows {
  const bytes = new TextEncoder().encode(text);
  return new JsonRows([bytes], bytes.length, (start, end) => Promise.resolve(bytes.subarray(start, end)));
}
