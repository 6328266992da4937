import { setImmediate as pause } from 'node:timers/promises';
import { isEveryRow, matchesFilter, type RowFilter } from '../../core/conversations/row-filter.ts';
import { showRow, valueOfSource } from '../../core/conversations/show-row.ts';
import { firstFrom } from '../../core/dataset/comparing/first-from.ts';
import type { RowSource, SourceRow } from './row-source.ts';

/** A filter, and the only rows that may pass it, if they are known: those of a rule. */
export type RowWish = RowFilter & { readonly rows: readonly number[] | null };

/** Rows that are looked at before a question in between is answered. */
const AT_ONCE = 64;
/** How long to wait for rows of a file that is still being read. */
const WAIT_MS = 30;

/** The rows of a source that a filter lets through: looked for from the first to the last, those found can be read at once. */
export class FilteredRows {
  readonly #source: RowSource;
  readonly #wish: RowWish;
  #positions = new Int32Array(1024);
  #matched = 0;
  #looked = 0;
  #isComplete = false;
  #isStopped = false;

  constructor(source: RowSource, wish: RowWish) {
    this.#source = source;
    this.#wish = wish;
    // A file that went away says so when its rows are read.
    void this.#run().catch(() => (this.#isComplete = true));
  }

  get state(): { matched: number; looked: number; isComplete: boolean } {
    return { matched: this.#matched, looked: this.#looked, isComplete: this.#isComplete };
  }

  /** Reads rows that follow one another in the file together. */
  async read(from: number, count: number): Promise<SourceRow[]> {
    const positions = this.#positions.subarray(Math.max(0, from), Math.min(this.#matched, from + count));
    const rows: SourceRow[] = [];
    for (let n = 0; n < positions.length;) {
      const start = positions[n] ?? 0;
      let length = 1;
      while (positions[n + length] === start + length) length += 1;
      rows.push(...(await this.#source.read(start, length)));
      n += length;
    }
    return rows;
  }

  /** Among the rows that are shown; null for one that is not. */
  positionOf(position: number): number | null {
    const at = firstFrom(this.#matched, (n) => (this.#positions[n] ?? 0) >= position);
    return at < this.#matched && this.#positions[at] === position ? at : null;
  }

  stop(): void {
    this.#isStopped = true;
  }

  async #run(): Promise<void> {
    const { rows, ...filter } = this.#wish;
    if (rows === null) await this.#lookThrough(filter);
    else await this.#lookAt(rows, filter);
    this.#isComplete = true;
  }

  async #lookThrough(filter: RowFilter): Promise<void> {
    while (!this.#isStopped) {
      const known = this.#source.size;
      if (this.#looked >= known) {
        if (this.#source.isComplete) return;
        await pauseFor(WAIT_MS);
        continue;
      }
      const count = Math.min(AT_ONCE, known - this.#looked);
      await this.#look(this.#looked, count, filter);
      this.#looked += count;
      await pause();
    }
  }

  /** The rows of a rule are asked one by one: they are few, and known. */
  async #lookAt(numbers: readonly number[], filter: RowFilter): Promise<void> {
    for (const [n, number] of numbers.entries()) {
      while (!this.#source.isComplete && this.#source.positionOf(number) >= this.#source.size) {
        if (this.#isStopped) return;
        await pauseFor(WAIT_MS);
      }
      const position = this.#source.positionOf(number);
      if (this.#source.numberAt(position) === number) {
        if (isEveryRow(filter)) this.#add(position);
        else await this.#look(position, 1, filter);
      }
      this.#looked = n + 1;
      if (n % AT_ONCE === 0) await pause();
      if (this.#isStopped) return;
    }
  }

  async #look(from: number, count: number, filter: RowFilter): Promise<void> {
    for (const [n, { number, source }] of (await this.#source.read(from, count)).entries()) {
      const value = valueOfSource(source);
      if (matchesFilter(showRow(number, source, null), value, filter)) this.#add(from + n);
    }
  }

  #add(position: number): void {
    if (this.#matched === this.#positions.length) {
      const larger = new Int32Array(this.#matched * 2);
      larger.set(this.#positions);
      this.#positions = larger;
    }
    this.#positions[this.#matched] = position;
    this.#matched += 1;
  }
}

function pauseFor(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
