/** The text of a row and where it lies; `block` holds its bytes from `from` to `to`, `offset` is the file offset of `from`. */
export interface RawRow {
  /** 1-based number: the physical line, or the element of an array; 0 for a whole file. */
  readonly number: number;
  readonly text: string;
  readonly block: Uint8Array;
  readonly from: number;
  readonly to: number;
  readonly offset: number;
  /** 1-based line and column (UTF-16) of its first character. */
  readonly line: number;
  readonly column: number;
  /** Levels of nesting around it. */
  readonly depth: number;
  /** U+FFFD may be in the text, for broken bytes or by itself. */
  readonly hasReplacements: boolean;
  /** What its text may have some of (`textMark`); all if it was not looked at. */
  readonly marks: number;
  /** Numbers of more digits than a float holds are decimals (`ExactRecord`); none where it is absent. */
  readonly hasDecimals?: boolean;
}

/** What a reader makes of the bytes of a file, in order. */
export interface RowSink {
  /** The lines that follow are parts of rows over several lines, one after another (`areJoinedLines`). */
  joinedLines?(): void;
  /** A line of a JSONL file, blank or not. */
  line(raw: RawRow): void;
  /** A whole row of an array or the one object of a file, known to be JSON; `broken`: the file has bytes that are no UTF-8. */
  element(raw: RawRow, broken: boolean): void;
  /** An array or object over several lines that is no JSON: the whole text. */
  brokenDocument(raw: RawRow): void;
  /** The first bytes that are no UTF-8 of an array or object. */
  brokenDocumentBytes(raw: RawRow): void;
}
