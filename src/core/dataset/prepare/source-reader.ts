import { isBlankLine } from '../reading/blank-line.ts';
import { CsvReader } from '../reading/csv-reader.ts';
import { MarkedBytes } from '../reading/marked-bytes.ts';
import type { RawRow, RowSink } from '../reading/raw-row.ts';
import { RowReader } from '../reading/row-reader.ts';
import { csvRow, SourceRow } from './source-row.ts';

/** Takes the bytes of a file and gives its rows, in order. */
export interface SourceReader {
  /** The chunk is kept for a while: the caller must not write into it again. */
  push(chunk: Uint8Array): void;
  /** What was left out when all bytes are there. */
  end(): SourceEnd;
}

export interface SourceEnd {
  /** Lines that are empty, which are no rows. */
  readonly blankLines: number;
  /** The file was meant as one array or object, and is no JSON. */
  readonly isBroken: boolean;
  /** Bytes that are no UTF-8 were read as U+FFFD. Rows of JSON keep theirs and say so themselves. */
  readonly hasReplacedBytes: boolean;
  /** Columns of bytes were read as base64. */
  readonly hasBytes: boolean;
}

/** JSONL, one array, or one object over several lines, as its content says; a byte order mark is left off. */
export class JsonSourceReader implements SourceReader, RowSink {
  readonly #onRow: (row: SourceRow) => void;
  readonly #bytes = new MarkedBytes((skipped) => new RowReader(skipped, this));
  #blankLines = 0;
  #isBroken = false;

  constructor(onRow: (row: SourceRow) => void) {
    this.#onRow = onRow;
  }

  push(chunk: Uint8Array): void {
    this.#bytes.push(chunk);
  }

  end(): SourceEnd {
    this.#bytes.end();
    return {
      blankLines: this.#blankLines,
      isBroken: this.#isBroken,
      hasReplacedBytes: false,
      hasBytes: false,
    };
  }

  line(raw: RawRow): void {
    if (isBlankLine(raw.text)) this.#blankLines += 1;
    else this.#onRow(new SourceRow(raw));
  }

  element(raw: RawRow): void {
    this.#onRow(new SourceRow(raw));
  }

  brokenDocument(): void {
    this.#isBroken = true;
  }

  brokenDocumentBytes(): void {
    // each row says so itself
  }
}

/** CSV: each record is a row with the columns that the first names. */
export class CsvSourceReader implements SourceReader {
  readonly #reader: CsvReader;
  readonly #decoder = new TextDecoder();
  readonly #strict = new TextDecoder('utf-8', { fatal: true });
  #hasReplacedBytes = false;

  constructor(onRow: (row: SourceRow) => void) {
    this.#reader = new CsvReader((value, number) => onRow(csvRow(value, number)));
  }

  push(chunk: Uint8Array): void {
    this.#judge(chunk);
    this.#reader.push(this.#decoder.decode(chunk, { stream: true }));
  }

  end(): SourceEnd {
    this.#judge(null);
    this.#reader.push(this.#decoder.decode());
    this.#reader.end();
    return { blankLines: 0, isBroken: false, hasReplacedBytes: this.#hasReplacedBytes, hasBytes: false };
  }

  /** @param chunk null: there are no more. */
  #judge(chunk: Uint8Array | null): void {
    if (this.#hasReplacedBytes) return;
    try {
      if (chunk === null) this.#strict.decode();
      else this.#strict.decode(chunk, { stream: true });
    } catch {
      this.#hasReplacedBytes = true;
    }
  }
}
