import { doubled } from '../comparing/doubled.ts';
import { HumanError } from '../../text/human-error.ts';
import type { Row } from '../row/row.ts';

/** More values than this are no kinds of rows. */
const MOST_VALUES = 1000;
/** Characters of a value that are shown. */
const SHOWN = 80;

/** The kinds of rows that a column tells apart; of rows without it one more. Four bytes a row number. */
export class Strata {
  readonly #column: string | null;
  readonly #codes = new Map<string, number>();
  #ofRows = new Int32Array(1024);
  #isFound = false;

  /** @param column null: all rows are one kind. */
  constructor(column: string | null) {
    this.#column = column;
  }

  /** @throws {HumanError} where the column has too many values to be kinds */
  add(number: number, row: Row | null): void {
    if (this.#column === null) return;
    const object = row?.object ?? {};
    const value = Object.hasOwn(object, this.#column) ? object[this.#column] : undefined;
    if (value !== undefined) this.#isFound = true;
    const text = value === undefined ? '' : JSON.stringify(value);
    let code = this.#codes.get(text);
    if (code === undefined) {
      if (this.#codes.size >= MOST_VALUES)
        throw new HumanError('prepare.split.many-strata', { column: this.#column, most: MOST_VALUES });
      code = this.#codes.size;
      this.#codes.set(text, code);
    }
    while (number >= this.#ofRows.length) this.#ofRows = doubled(this.#ofRows);
    this.#ofRows[number] = code;
  }

  /** The column is in no row. */
  get isMissing(): boolean {
    return this.#column !== null && !this.#isFound;
  }

  /** From 0. */
  codeOf(row: number): number {
    return this.#column === null ? 0 : (this.#ofRows[row] ?? 0);
  }

  /** The JSON of each value by its code, cut where it is long; null of rows without the column. */
  values(): (string | null)[] {
    return [...this.#codes.keys()].map((text) => (text === '' ? null : cut(text)));
  }
}

function cut(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
