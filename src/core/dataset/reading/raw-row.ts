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
  /** U+FFFD may be in the text, in place of broken bytes or in its own right. */
  readonly hasReplacements: boolean;
  /** The marks that its text may have (`textMark`); all of them if it was not scanned. */
  readonly marks: number;
  /** Numbers with more digits than a float holds are decimals (`ExactRecord`); absent if there are no such numbers. */
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
