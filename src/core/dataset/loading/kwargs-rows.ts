import type { JsonValue } from '../json/json-value.ts';

/** Remembers which rows have no `chat_template_kwargs`, as stretches of consecutive numbers: mostly all rows or none. */
export class KwargsRows {
  readonly #stretches: { from: number; to: number }[] = [];
  #areSomeGiven = false;

  add(row: number, kwargs: JsonValue): void {
    if (kwargs !== null) {
      this.#areSomeGiven = true;
      return;
    }
    const last = this.#stretches.at(-1);
    if (last !== undefined && last.to === row - 1) last.to = row;
    else this.#stretches.push({ from: row, to: row });
  }

  /** No rows if all rows lack them. */
  *rowsWithout(): Iterable<number> {
    if (!this.#areSomeGiven) return;
    for (const { from, to } of this.#stretches) for (let row = from; row <= to; row++) yield row;
  }
}
