import { DIGEST_WORDS } from '../comparing/digest.ts';
import type { RawRow, RowSink } from '../reading/raw-row.ts';
import { parseRow } from '../reading/parse-row.ts';
import { RowReader } from '../reading/row-reader.ts';
import { digestHex, ValueDigest } from '../comparing/value-digest.ts';

/**
 * The digest by which tuning-fork.yaml names a row, wherever it stands: of its JSON value, or of its text where that is no JSON. Null for
 * a blank line and where there is no such row.
 * @param text of the whole file, without a byte order mark
 */
export function rowDigest(text: string, row: number): string | null {
  const found = new OneRow(row);
  const reader = new RowReader(0, found);
  reader.push(new TextEncoder().encode(text));
  reader.end();
  return found.digest;
}

class OneRow implements RowSink {
  readonly #row: number;
  digest: string | null = null;

  constructor(row: number) {
    this.#row = row;
  }

  line(raw: RawRow): void {
    if (raw.text.trim() !== '') this.#take(raw);
  }

  element(raw: RawRow): void {
    this.#take(raw);
  }

  brokenDocument(): void {}

  brokenDocumentBytes(): void {}

  #take(raw: RawRow): void {
    if (raw.number !== this.#row) return;
    const words = new Int32Array(DIGEST_WORDS);
    const digest = new ValueDigest();
    if (!parseRow(raw.text, raw.depth, digest, words).ok) {
      digest.add(raw.text);
      digest.digest(words);
    }
    this.digest = digestHex(words);
  }
}
