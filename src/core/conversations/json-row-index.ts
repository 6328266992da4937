import { isBlankLine } from '../dataset/reading/blank-line.ts';
import { MarkedBytes } from '../dataset/reading/marked-bytes.ts';
import type { RawRow, RowSink } from '../dataset/reading/raw-row.ts';
import { RowIndex } from '../dataset/comparing/row-index.ts';
import { RowReader } from '../dataset/reading/row-reader.ts';
import { wholeSpan } from '../dataset/reading/whole-span.ts';

/** Says where the rows of JSONL, of one array or of one object lie, while its bytes come. Blank lines are no rows. */
export class JsonRowIndex implements RowSink {
  readonly index = new RowIndex();
  readonly #marked = new MarkedBytes((skipped) => new RowReader(skipped, this));
  #depth = 0;

  /** Levels of nesting around each row. */
  get depth(): number {
    return this.#depth;
  }

  /** The chunk is kept for a while: the caller must not write into it again. */
  push(chunk: Uint8Array): void {
    this.#marked.push(chunk);
  }

  end(): void {
    this.#marked.end();
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
}
