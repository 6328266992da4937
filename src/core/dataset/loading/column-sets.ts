import { integerColumn, isSameColumns } from '../row/prose-columns.ts';
import type { Row } from '../row/row.ts';
import type { ProseLines } from '../rule.ts';
import type { SharedWork } from '../shared-work.ts';

/** Rows that have the same columns in the same order. */
interface ColumnSet {
  readonly columns: readonly string[];
  readonly firstRow: number;
  rows: number;
}

/** With more of them the column names are data themselves, such as people's names: nothing is said of such a file. */
const MOST_SETS = 1000;

/** Which columns the rows of a file have: nearly all rows have those of the row before. Rows come in order. */
export class ColumnSets implements ProseLines {
  readonly #sets = new Map<string, ColumnSet>();
  #last: ColumnSet | null = null;
  /** The columns of prose that came last, which are those of the last set. */
  #asked: readonly string[] | null = null;
  #row: Row | null = null;

  /** In the order of their first rows; null where there are too many. */
  get all(): readonly ColumnSet[] | null {
    return this.#sets.size > MOST_SETS ? null : [...this.#sets.values()];
  }

  /** The rules of a file share these: a row that was added already is not added again. */
  add(row: Row): void {
    const { object, proseColumns } = row;
    // a record has the columns of its file
    if (row === this.#row || object === null || row.container === 'record') return;
    this.#row = row;
    if (proseColumns !== null && this.knowsProse(proseColumns)) {
      this.addProse();
      return;
    }
    this.#asked = null;
    const columns = Object.keys(object);
    this.#last = this.#known(columns) ?? this.#made(columns, row.number);
    this.#last.rows += 1;
  }

  knowsProse(columns: readonly string[]): boolean {
    if (columns === this.#asked) return true;
    const known = this.#known(columns.map((column) => integerColumn(column) ?? column));
    this.#asked = known === null ? null : columns;
    this.#last = known ?? this.#last;
    return known !== null;
  }

  addProse(): void {
    if (this.#last !== null) this.#last.rows += 1;
  }

  #known(columns: readonly string[]): ColumnSet | null {
    if (this.#last !== null && isSameColumns(columns, this.#last.columns)) return this.#last;
    return this.#sets.get(keyOf(columns)) ?? null;
  }

  #made(columns: readonly string[], firstRow: number): ColumnSet {
    const made = { columns, firstRow, rows: 0 };
    if (this.#sets.size <= MOST_SETS) this.#sets.set(keyOf(columns), made);
    return made;
  }
}

function keyOf(columns: readonly string[]): string {
  return JSON.stringify(columns);
}

const newSets = (): ColumnSets => new ColumnSets();

/** Those that the rules of one file share. */
export function columnSetsOf(shared: SharedWork): ColumnSets {
  return shared.part(newSets);
}
