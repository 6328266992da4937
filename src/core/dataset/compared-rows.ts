import { DigestTable, type Digest } from './digest-table.ts';
import type { DatasetFormat } from './finding.ts';
import { FormatVote } from './format-vote.ts';
import { IntegerTable } from './integer-table.ts';
import type { Span } from './place.ts';
import { RowIndex, movedSpan } from './row-index.ts';
import { DIGEST, type KeptRecords } from './row-records.ts';
import {
  MOST_NEAR_KEYS,
  type EqualRow,
  type NearKey,
  type OddRow,
  type RowKeeper,
  type RowRecord,
} from './row-keeper.ts';

/** Compares the rows of a file: which are equal, and what most of them are. Of a row its place and a digest are kept. */
export class ComparedRows implements RowKeeper {
  readonly #seen = new DigestTable();
  readonly #equal = new IntegerTable(2);
  readonly #vote = new FormatVote();
  readonly #index = new RowIndex();
  readonly #nearKeys = new Map<number, NearKey>();
  readonly #words = new Int32Array(DIGEST);

  firstEqual(digest: Digest, row: number): number | null {
    const first = this.#seen.firstOf(digest, row);
    if (first === null) return null;
    const entry = this.#equal.add();
    this.#equal.set(entry, 0, row);
    this.#equal.set(entry, 1, first);
    return first;
  }

  add(record: RowRecord): void {
    const { number, format, nearKey } = record;
    this.#index.add({ ...record, isProse: false });
    if (format !== null) this.#vote.add(format);
    if (nearKey !== null) this.#addNearKey(number, nearKey);
  }

  /** What most rows are. */
  get format(): DatasetFormat {
    return this.#vote.winner();
  }

  /** Adds records of lines that were kept elsewhere. @param lines that stand before them */
  addAll({ digests, index, formats, nearKeys }: KeptRecords, lines: number): void {
    const words = new IntegerTable(DIGEST, digests);
    const added = new RowIndex(index);
    for (let n = 0; n < words.count; n++) {
      for (let word = 0; word < DIGEST; word++) this.#words[word] = words.get(n, word);
      this.firstEqual(this.#words, added.numberAt(n) + lines);
    }
    this.#index.addAll(index, lines);
    for (const [format, count] of formats) this.#vote.add(format, count);
    for (const [row, near] of nearKeys) {
      const span = near.span === null ? null : movedSpan(near.span, lines);
      this.#addNearKey(row + lines, { ...near, span });
    }
  }

  #addNearKey(row: number, near: NearKey): void {
    if (this.#nearKeys.size < MOST_NEAR_KEYS) this.#nearKeys.set(row, near);
  }

  /** The first row with the value of a row that was compared; null if it is the first itself. */
  firstEqualTo(row: number): number | null {
    let [low, high] = [0, this.#equal.count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#equal.get(middle, 0) < row) low = middle + 1;
      else high = middle;
    }
    return this.#equal.get(low, 0) === row ? this.#equal.get(low, 1) : null;
  }

  *equalRows(): Generator<EqualRow> {
    for (let n = 0; n < this.#equal.count; n++)
      yield { row: this.#equal.get(n, 0), first: this.#equal.get(n, 1) };
  }

  /** The objects that are of another format, in their order. */
  *oddRows(format: DatasetFormat): Generator<OddRow> {
    for (const row of this.#index.rowsBut(format))
      yield { ...row, nearKey: this.#nearKeys.get(row.number) ?? null };
  }

  spanOf(row: number): Span | null {
    return this.#index.spanOf(row);
  }
}
