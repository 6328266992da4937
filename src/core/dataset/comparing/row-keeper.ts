import type { KnownColumn } from '../row/column.ts';
import type { Digest } from './digest.ts';
import type { Span } from '../reading/place.ts';
import type { IndexedObject, IndexedRow } from './row-index.ts';

/** A key that is near a known column, and where it stands; no place in a file without lines. */
export interface NearKey {
  readonly key: string;
  readonly column: KnownColumn;
  readonly span: Span | null;
}

/** Near keys that are kept of a file, those of its first rows: later rows are told of what they lack without them. */
export const MOST_NEAR_KEYS = 1_000_000;

/** What is known of a row for rules that compare rows, when the row itself is gone. */
export interface RowRecord extends Omit<IndexedRow, 'isProse'> {
  readonly nearKey: NearKey | null;
  /** As `Row.proseColumns` says. */
  readonly proseColumns: readonly string[] | null;
}

/** A row whose value an earlier one has too: `first` is the first of them. */
export interface EqualRow {
  readonly row: number;
  readonly first: number;
}

/** An object whose format is not the file's, and its key that was probably meant to be a column. */
export interface OddRow extends IndexedObject {
  readonly nearKey: NearKey | null;
}

/** Keeps the records of rows that could be read, in their order: first the digest of a row's value, then its record. */
export interface RowKeeper {
  /** The first row whose value has this digest; null if this is the first, or if that is not looked at here. */
  firstEqual(digest: Digest, row: number): number | null;
  add(record: RowRecord): void;
}

/** Gives records to two keepers. What the first says of equal rows counts. */
export class TwoKeepers implements RowKeeper {
  readonly #first: RowKeeper;
  readonly #second: RowKeeper;

  constructor(first: RowKeeper, second: RowKeeper) {
    this.#first = first;
    this.#second = second;
  }

  firstEqual(digest: Digest, row: number): number | null {
    this.#second.firstEqual(digest, row);
    return this.#first.firstEqual(digest, row);
  }

  add(record: RowRecord): void {
    this.#second.add(record);
    this.#first.add(record);
  }
}
