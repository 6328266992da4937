import type { ColumnSet } from '../row/column.ts';
import { ColumnVote } from '../row/column-vote.ts';
import { DIGEST_WORDS, type Digest } from './digest.ts';
import { DigestTable } from './digest-table.ts';
import { eachRepeated } from './each-repeated.ts';
import type { DatasetFormat } from '../findings/finding.ts';
import { firstFrom } from './first-from.ts';
import { FormatVote, type UsualRow } from '../row/format-vote.ts';
import { IntegerTable, type KeptIntegers } from './integer-table.ts';
import type { Span } from '../reading/place.ts';
import { PromptVote } from '../row/prompt-vote.ts';
import { RowIndex, movedSpan } from './row-index.ts';
import { hasAlternatives } from '../row/row-format.ts';
import type { KeptRecords } from './row-records.ts';
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
  readonly #isAskedAtOnce: boolean;
  /** If rows are compared as they come: those seen so far, and each equal row with the first of its value. */
  readonly #seen = new DigestTable();
  readonly #equal = new IntegerTable(2);
  /** If rows are compared at the end: their digests, in the order of the index. */
  readonly #waiting = new IntegerTable(DIGEST_WORDS);
  readonly #vote = new FormatVote();
  readonly #index = new RowIndex();
  readonly #nearKeys = new Map<number, NearKey>();

  /**
   * @param isAskedAtOnce the first equal row is told with each row; else rows are compared when all are there, many at a time,
   * so that the processor looks for the next while it waits for the memory of one
   */
  constructor(isAskedAtOnce: boolean) {
    this.#isAskedAtOnce = isAskedAtOnce;
  }

  firstEqual(digest: Digest, row: number): number | null {
    if (this.#isAskedAtOnce) return this.#compare(digest, row, 0);
    this.#waiting.append(digest);
    return null;
  }

  #compareAll(digests: KeptIntegers, index: RowIndex, lines: number): void {
    let first = 0;
    new IntegerTable(DIGEST_WORDS, digests).eachChunk((words, rows) => {
      this.#compareMany(words, rows, (n) => index.numberAt(first + n) + lines);
      first += rows;
    });
  }

  #compareMany(words: Int32Array, rows: number, rowOf: (n: number) => number): void {
    for (let from = 0; from < rows; from += TOGETHER) {
      const to = Math.min(from + TOGETHER, rows);
      this.#seen.fetch(words, from, to - from, DIGEST_WORDS);
      for (let n = from; n < to; n++) this.#compare(words, rowOf(n), n * DIGEST_WORDS);
    }
  }

  #compare(digests: Digest, row: number, from: number): number | null {
    const first = this.#seen.firstOf(digests, row, from);
    if (first === null) return null;
    const entry = this.#equal.add();
    this.#equal.set(entry, 0, row);
    this.#equal.set(entry, 1, first);
    return first;
  }

  add(record: RowRecord): void {
    const { number, format, nearKey } = record;
    this.#index.add(record, false);
    if (format !== null) this.#vote.add(format);
    if (nearKey !== null) this.#addNearKey(number, nearKey);
  }

  /** What most rows are. */
  get format(): DatasetFormat {
    return this.#vote.winner();
  }

  /** Adds records of lines that were kept elsewhere. @param lines that stand before them */
  addAll({ digests, index, formats, nearKeys }: KeptRecords, lines: number): void {
    if (this.#isAskedAtOnce) this.#compareAll(digests, new RowIndex(index), lines);
    else this.#waiting.appendAll(digests);
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

  /** The first row with the value of a row; null if it is the first itself, or if nobody asks at once. */
  firstEqualTo(row: number): number | null {
    const at = firstFrom(this.#equal.count, (entry) => this.#equal.get(entry, 0) >= row);
    return this.#equal.get(at, 0) === row ? this.#equal.get(at, 1) : null;
  }

  /** Calls back with the rows that an earlier one is equal to, in their order, when all rows are there. */
  eachEqualRow(visit: (equal: EqualRow) => void): void {
    for (let n = 0; n < this.#equal.count; n++)
      visit({ row: this.#equal.get(n, 0), first: this.#equal.get(n, 1) });
    const table = this.#waiting;
    eachRepeated({ table, from: 0, count: DIGEST_WORDS }, (n, first) =>
      visit({ row: this.#index.numberAt(n), first: this.#index.numberAt(first) }),
    );
  }

  /** What most rows are, and of what their prompts are made. */
  get usual(): UsualRow {
    const prompts = new PromptVote();
    for (let n = 0; n < this.#index.size; n++) prompts.add(this.#index.promptAt(n));
    return { format: this.format, prompt: prompts.winner(), columns: this.#usualColumns() };
  }

  #usualColumns(): ColumnSet {
    const { format } = this;
    if (!hasAlternatives(format)) return 0;
    const columns = new ColumnVote();
    for (let n = 0; n < this.#index.size; n++)
      if (this.#index.formatAt(n) === format) columns.add(format, this.#index.columnsAt(n));
    return columns.winner(format);
  }

  /** The objects that are something else, in their order. */
  *oddRows(usual: UsualRow): Generator<OddRow> {
    for (const row of this.#index.rowsBut(usual))
      yield { ...row, nearKey: this.#nearKeys.get(row.number) ?? null };
  }

  spanOf(row: number): Span | null {
    return this.#index.spanOf(row);
  }
}

/** Rows that are compared side by side. */
const TOGETHER = 1024;
