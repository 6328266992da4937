import { isBlankLine } from '../dataset/blank-line.ts';
import { joinBytes } from '../dataset/line-reader.ts';
import { LONGEST_MARK, markLength } from '../dataset/mark-length.ts';
import type { RawRow, RowSink } from '../dataset/raw-row.ts';
import { RowIndex } from '../dataset/row-index.ts';
import { RowReader } from '../dataset/row-reader.ts';
import { wholeSpan } from '../dataset/whole-span.ts';

/** Says where the rows of JSONL, of one array or of one object lie, while its bytes come. Blank lines are no rows. */
export class JsonRowIndex implements RowSink {
  readonly index = new RowIndex();
  #reader: RowReader | null = null;
  #head: Uint8Array[] = [];
  #depth = 0;

  /** Levels of nesting around each row. */
  get depth(): number {
    return this.#depth;
  }

  /** The chunk is kept for a while: the caller must not write into it again. */
  push(chunk: Uint8Array): void {
    if (this.#reader !== null) {
      this.#reader.push(chunk);
      return;
    }
    this.#head.push(chunk);
    if (this.#head.reduce((sum, each) => sum + each.length, 0) >= LONGEST_MARK) this.#begin();
  }

  end(): void {
    (this.#reader ?? this.#begin()).end();
  }

  line(raw: RawRow): void {
    if (!isBlankLine(raw.text)) this.#add(raw);
  }

  element(raw: RawRow): void {
    this.#depth = raw.depth;
    this.#add(raw);
  }

  /** The whole file is shown as it is, as row 0. */
  brokenDocument(raw: RawRow): void {
    this.#add(raw);
  }

  brokenDocumentBytes(): void {
    // shown with U+FFFD in their place
  }

  /** Columns and format are not looked at: that would cost more than all the rest. */
  #add(raw: RawRow): void {
    this.index.add({ number: raw.number, span: wholeSpan(raw), columns: 0, format: 'unknown' }, false);
  }

  #begin(): RowReader {
    const head = joinBytes(this.#head);
    this.#head = [];
    const skipped = markLength(head);
    const reader = new RowReader(skipped, this);
    this.#reader = reader;
    reader.push(head.subarray(skipped));
    return reader;
  }
}
