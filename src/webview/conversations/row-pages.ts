import type { ConversationRow } from '../../core/protocol/conversations-contract.ts';

/** Rows that are asked for at once. */
const PAGE = 20;
/** Pages that are kept: the others are asked for again when somebody comes back to them. */
const MOST_PAGES = 40;

interface Page {
  rows: readonly ConversationRow[];
  /** What is shown until it was read again. */
  isStale: boolean;
}

/** The rows that the page holds: those near what is in view, never the whole file. */
export class RowPages {
  /** Those that were needed last are at the end. */
  readonly #pages = new Map<number, Page>();
  readonly #asked = new Map<number, number>();
  readonly #read: (from: number, count: number) => Promise<readonly ConversationRow[]>;
  readonly #changed: () => void;
  #generation = 0;

  constructor(
    read: (from: number, count: number) => Promise<readonly ConversationRow[]>,
    changed: () => void,
  ) {
    this.#read = read;
    this.#changed = changed;
  }

  get(position: number): ConversationRow | undefined {
    return this.#pages.get(Math.floor(position / PAGE))?.rows[position % PAGE];
  }

  /** Sees to it that rows are there soon. `count` is how many there are in all. */
  need(first: number, last: number, count: number): void {
    const end = Math.min(last, count);
    for (let page = Math.floor(first / PAGE); page * PAGE < end; page++) {
      const known = this.#pages.get(page);
      const expected = Math.min(PAGE, count - page * PAGE);
      if (known !== undefined) this.#keep(page, known);
      const isGood = known !== undefined && !known.isStale && known.rows.length >= expected;
      if (!isGood && !this.#asked.has(page)) void this.#ask(page, expected);
    }
  }

  /** The rows may be others by now; they are shown until it is known. */
  stale(): void {
    this.#generation += 1;
    this.#asked.clear();
    for (const page of this.#pages.values()) page.isStale = true;
  }

  /** Other rows are shown from now on. */
  clear(): void {
    this.stale();
    this.#pages.clear();
  }

  async #ask(page: number, count: number): Promise<void> {
    const generation = this.#generation;
    this.#asked.set(page, count);
    try {
      const rows = await this.#read(page * PAGE, count);
      if (generation === this.#generation) this.#keep(page, { rows, isStale: false });
    } finally {
      if (generation === this.#generation) this.#asked.delete(page);
      this.#changed();
    }
  }

  #keep(number: number, page: Page): void {
    this.#pages.delete(number);
    this.#pages.set(number, page);
    for (const oldest of this.#pages.keys()) {
      if (this.#pages.size <= MOST_PAGES) return;
      this.#pages.delete(oldest);
    }
  }
}
