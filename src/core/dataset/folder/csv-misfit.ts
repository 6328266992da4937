import type { JsonObject } from '../json/json-value.ts';
import type { CsvFirstKind } from '../loading/csv-column.ts';
import { CsvLoad, looksBlank } from '../loading/csv-load.ts';
import type { CsvBefore } from './folder-place.ts';

/** Where a value stands. */
interface CsvPlace {
  readonly row: number;
  readonly column: string;
}

/** Looks in the rows of a later CSV file of a folder for what cannot be made what the columns of the first file are. */
export class CsvMisfit {
  readonly #before: CsvBefore;
  readonly #load: CsvLoad;
  readonly #own: CsvLoad | null;
  #first: CsvPlace | null = null;
  #firstRow = 0;

  constructor(before: CsvBefore) {
    this.#before = before;
    this.#load = new CsvLoad(
      (change) => {
        if (change.kind === 'late-kind' && (this.#first === null || change.row < this.#first.row))
          this.#first = { row: change.row, column: change.column };
      },
      { first: before.kinds },
    );
    const mayBeJoined = before.isNext && before.rows === 1;
    this.#own = mayBeJoined ? new CsvLoad(() => undefined) : null;
  }

  add(row: JsonObject, number: number): void {
    const isBlank = looksBlank(row);
    if (!isBlank && this.#firstRow === 0) this.#firstRow = number;
    // a first file without rows says that all columns hold nothing
    if (!isBlank && this.#before.rows === 0)
      this.#first ??= { row: number, column: Object.keys(row)[0] ?? '' };
    this.#load.row(row, number, isBlank);
    if (this.#load.rows < 3) this.#own?.row(row, number, isBlank);
  }

  end(): CsvPlace | null {
    this.#load.end(false);
    return this.#first ?? this.#unlikeSingle();
  }

  /** Two single rows are not made alike. */
  #unlikeSingle(): CsvPlace | null {
    if (this.#own === null || this.#load.rows !== 1) return null;
    this.#own.end(false);
    for (const [column, kind] of this.#own.kinds) {
      const known = this.#before.kinds.get(column);
      if (known !== undefined && !isOfOneType(kind, known)) return { row: this.#firstRow, column };
    }
    return null;
  }
}

function isOfOneType(a: CsvFirstKind, b: CsvFirstKind): boolean {
  return a.kind === b.kind && (a.kind !== 'integer' || a.isLarge === b.isLarge);
}
