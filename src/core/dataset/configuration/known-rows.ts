import type { Digest } from '../comparing/digest.ts';
import { digestHex } from '../comparing/value-digest.ts';
import type { KnownRow } from './known-row.ts';

/** Rows that are known at most: those of one value may be all of a file. Findings of later ones stand. */
const MOST_KNOWN = 1_000_000;

/** Finds the rows of which tuning-fork.yaml speaks among all that it is shown. */
export class KnownRows {
  readonly #digests: ReadonlySet<string>;
  readonly rows: KnownRow[] = [];

  /** @param digests under which the rows are known */
  constructor(digests: readonly string[]) {
    this.#digests = new Set(digests);
  }

  /** Is shown the digest of each row's value. */
  row(row: number, digest: Digest): void {
    if (this.#digests.size === 0) return;
    const hex = digestHex(digest);
    if (this.#digests.has(hex)) this.add({ row, digest: hex });
  }

  add(known: KnownRow): void {
    if (this.rows.length < MOST_KNOWN) this.rows.push(known);
  }
}
