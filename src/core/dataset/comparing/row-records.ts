import { DIGEST_WORDS, type Digest } from './digest.ts';
import type { DatasetFormat } from '../findings/finding.ts';
import { FormatVote, type UsualRow } from '../row/format-vote.ts';
import { IntegerTable, type KeptIntegers } from './integer-table.ts';
import { isSameColumns } from '../row/prose-columns.ts';
import { RowIndex, type KeptIndex } from './row-index.ts';
import { MOST_NEAR_KEYS, type NearKey, type OddRow, type RowKeeper, type RowRecord } from './row-keeper.ts';

/** Records as they are sent to another thread. */
export interface KeptRecords {
  readonly digests: KeptIntegers;
  readonly index: KeptIndex;
  /** How many rows there are of each format. */
  readonly formats: ReadonlyMap<DatasetFormat, number>;
  readonly nearKeys: ReadonlyMap<number, NearKey>;
}

/** The records of the rows of a stretch of a file, to be compared with those of others: 40 bytes a row. */
export class RowRecords implements RowKeeper {
  readonly #digests = new IntegerTable(DIGEST_WORDS);
  readonly #index = new RowIndex();
  readonly #vote = new FormatVote();
  readonly #nearKeys = new Map<number, NearKey>();
  #proseColumns: readonly string[] | null = null;
  #prose = 0;

  get kept(): KeptRecords {
    const { counts: formats } = this.#vote;
    return { digests: this.#digests.kept, index: this.#index.kept, formats, nearKeys: this.#nearKeys };
  }

  /** The columns of the first row of prose; null if there is no such row. */
  get proseColumns(): readonly string[] | null {
    return this.#proseColumns;
  }

  /** Every row is prose in the same columns. */
  get areProse(): boolean {
    return this.#prose === this.#index.size;
  }

  /** The objects that are something else, in their order. */
  oddRows(usual: UsualRow): OddRow[] {
    const odd = [...this.#index.rowsBut(usual)];
    return odd.map((row) => ({ ...row, nearKey: this.#nearKeys.get(row.number) ?? null }));
  }

  /** Equal rows are looked for when the records are compared. */
  firstEqual(digest: Digest): null {
    this.#digests.append(digest);
    return null;
  }

  add(record: RowRecord): void {
    this.#index.add(record, this.#isProse(record.proseColumns));
    if (record.format !== null) this.#vote.add(record.format);
    if (record.nearKey !== null && this.#nearKeys.size < MOST_NEAR_KEYS)
      this.#nearKeys.set(record.number, record.nearKey);
  }

  #isProse(columns: readonly string[] | null): boolean {
    if (columns === null) return false;
    this.#proseColumns ??= columns;
    if (!isSameColumns(columns, this.#proseColumns)) return false;
    this.#prose += 1;
    return true;
  }
}
