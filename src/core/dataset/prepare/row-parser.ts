import type { Digest } from '../comparing/digest.ts';
import type { DigestTable } from '../comparing/digest-table.ts';
import { parseRow } from '../reading/parse-row.ts';
import { Row } from '../row/row.ts';
import { ValueDigest } from '../comparing/value-digest.ts';
import type { SourceRow } from './source-row.ts';

/** Parses rows as Python's `json.loads` does, and tells which has an equal one before it. */
export class RowParser {
  readonly #seen: DigestTable | null;
  readonly #digest = new ValueDigest();
  readonly #words: Digest = new Int32Array(4);

  /** @param seen where the digests of rows are kept; null: nothing is compared. */
  constructor(seen: DigestTable | null) {
    this.#seen = seen;
  }

  /** Null if the row is no JSON. */
  parse(source: SourceRow): Row | null {
    const { raw, number } = source;
    const parsed = parseRow(raw.text, raw.depth, this.#digest, this.#words, raw.hasDecimals);
    if (!parsed.ok) return null;
    const firstEqual = this.#seen?.firstOf(this.#words, number) ?? null;
    const { hasEdgeWhiteSpace } = this.#digest;
    return new Row({
      raw,
      read: parsed,
      hasBrokenBytes: source.hasBrokenBytes,
      firstEqual,
      hasEdgeWhiteSpace,
    });
  }
}
