import { searchCount, type TextSearch } from './text-search.ts';

/** A stretch of a file with many rows, over which each search goes once. The rows are asked in their order. */
export class TextBlock {
  readonly text: string;
  /** All of it is ASCII, but for what escapes stand for. */
  readonly isAscii: boolean;
  /** By search: the last place that it found; -1 before it began. */
  readonly #found = new Float64Array(searchCount()).fill(-1);

  constructor(text: string, isAscii: boolean) {
    this.text = text;
    this.isAscii = isAscii;
  }

  /** Whether a search finds something that begins between two indices. */
  mayHold(search: TextSearch, from: number, to: number): boolean {
    let found = this.#found[search.id] ?? -1;
    if (found < from) {
      found = search.next(this.text, from);
      this.#found[search.id] = found;
    }
    return found < to;
  }
}
