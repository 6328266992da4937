import { JsonRowIndex } from '../../core/conversations/json-row-index.ts';
import type { Span } from '../../core/dataset/reading/place.ts';
import { FileIndexing } from './file-indexing.ts';
import { readSpans, tooLargeText, type ReadBytes } from './read-spans.ts';
import type { RowSource, SourceRow } from './row-source.ts';

/** Rows of JSONL or of one JSON document; the bytes come from elsewhere, in order, and can be read again by their offsets. */
export class JsonRows implements RowSource {
  readonly #read: ReadBytes;
  readonly #release: () => Promise<void>;
  readonly #rows = new JsonRowIndex();
  readonly #indexing: FileIndexing;

  /** @param chunks all bytes, which are `all`; @param read the same bytes again; @param release what to do in the end */
  constructor(
    chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    all: number,
    read: ReadBytes,
    release: () => Promise<void> = () => Promise.resolve(),
  ) {
    this.#read = read;
    this.#release = release;
    this.#indexing = new FileIndexing(chunks, all, this.#rows, () => this.size > 0);
  }

  get opened(): Promise<void> {
    return this.#indexing.opened;
  }

  get size(): number {
    return this.#rows.index.size;
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
    this.#indexing.stop();
    await this.#release();
  }
}

/** Rows of a text that is all there. */
export function rowsOfText(text: string): JsonRows {
  const bytes = new TextEncoder().encode(text);
  return new JsonRows([bytes], bytes.length, (start, end) => Promise.resolve(bytes.subarray(start, end)));
}
