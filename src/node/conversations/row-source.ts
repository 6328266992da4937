import type { SourceText } from '../../core/conversations/show-row.ts';
import type { Span } from '../../core/dataset/reading/place.ts';

/** A row as its source gives it. */
export interface SourceRow {
  readonly number: number;
  readonly source: SourceText;
}

/** The rows of one file, of which more may become known; positions are 0-based. */
export interface RowSource {
  readonly size: number;
  readonly isComplete: boolean;
  /** Why the rest of the file could not be read; null if nothing is wrong. */
  readonly fault: string | null;
  readonly bytes: { readonly done: number; readonly all: number } | null;
  /** Settles when there are rows to read, or it is known that there are none; rejects if the file cannot be read. */
  readonly opened: Promise<void>;
  numberAt(position: number): number;
  /** The position of the first row with this number or a greater one. */
  positionOf(number: number): number;
  /** Those of the asked rows that are known, in order. */
  read(from: number, count: number): Promise<SourceRow[]>;
  /** Where a row of text lies; null for records. */
  spanAt(position: number): Span | null;
  /** The number of the row that a line of the file (1-based) belongs to; null where rows have no lines. */
  numberAtLine(line: number): number | null;
  close(): Promise<void>;
}
