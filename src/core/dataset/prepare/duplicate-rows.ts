import { DigestTable } from '../comparing/digest-table.ts';
import { NearPairs } from './near-pairs.ts';
import { RowParser } from './row-parser.ts';
import type { SourceRow } from './source-row.ts';

/** A row that goes, and the one that stays for it. */
export interface DuplicateRow {
  readonly row: number;
  readonly equals: number;
  readonly why: 'exact' | 'near';
}

export interface FoundDuplicates {
  /** By row; the row that stays for it by its number. */
  readonly dropped: ReadonlyMap<number, DuplicateRow>;
  /** Rows that are no JSON: they are compared with nothing. */
  readonly unread: readonly number[];
  /** Of no known format: only equal ones are found. */
  readonly unknown: number;
  readonly rows: number;
}

/**
 * Finds the rows that duplicate an earlier one: of equal rows, and of nearly equal ones if they are asked for, the first stays. A
 * row that is alike to one that goes, goes with it, so that nothing is left that lint calls a duplicate.
 */
export class DuplicateRows {
  readonly #parser = new RowParser(new DigestTable());
  readonly #near: NearPairs | null;
  readonly #equal = new Map<number, number>();
  readonly #unread: number[] = [];
  #unknown = 0;
  #rows = 0;

  constructor(near: boolean) {
    this.#near = near ? new NearPairs() : null;
  }

  add(source: SourceRow): void {
    this.#rows += 1;
    const row = this.#parser.parse(source);
    if (row?.format === 'unknown') this.#unknown += 1;
    if (row === null) this.#unread.push(source.number);
    else if (row.firstEqual !== null) this.#equal.set(row.number, row.firstEqual);
    else this.#near?.add(row);
  }

  end(): FoundDuplicates {
    const alike = new Map((this.#near?.end() ?? []).map(({ row, first }) => [row, first]));
    const dropped = new Map<number, DuplicateRow>();
    const numbers = [...this.#equal.keys(), ...alike.keys()].sort((a, b) => a - b);
    for (const row of numbers) {
      const equal = this.#equal.get(row);
      const first = equal ?? alike.get(row) ?? row;
      const kept = dropped.get(first);
      const why = equal === undefined ? 'near' : (kept?.why ?? 'exact');
      dropped.set(row, { row, equals: kept?.equals ?? first, why });
    }
    return { dropped, unread: this.#unread, unknown: this.#unknown, rows: this.#rows };
  }
}

/** How many rows there were, stay, and go for either reason. */
export function countDuplicates({ rows, dropped }: FoundDuplicates) {
  let near = 0;
  for (const { why } of dropped.values()) if (why === 'near') near += 1;
  return { rows, out: rows - dropped.size, exact: dropped.size - near, near };
}
