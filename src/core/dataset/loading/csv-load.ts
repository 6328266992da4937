import type { JsonObject } from '../json/json-value.ts';
import type { CsvChange } from './csv-change.ts';
import { CsvColumn, type CsvFirstKind } from './csv-column.ts';
import { csvUse } from './csv-use.ts';

/** Rows that pandas reads at once, inferring types for them alone: `chunksize` of datasets packaged_modules/csv/csv.py. */
const AT_ONCE = 10_000;

interface CsvLoadOptions {
  /** Rows that are read at once. */
  readonly atOnce?: number;
  /** What the columns of the first file of its folder are, where this is a later one. */
  readonly first?: ReadonlyMap<string, CsvFirstKind>;
}

const NO_KINDS: ReadonlyMap<string, CsvFirstKind> = new Map();

/** Follows what `datasets` 5.2, which reads CSV with pandas, makes of the rows of one file. They come in order. */
export class CsvLoad {
  readonly #onChange: (change: CsvChange) => void;
  readonly #atOnce: number;
  readonly #first: ReadonlyMap<string, CsvFirstKind>;
  readonly #strict = new TextDecoder('utf-8', { fatal: true });
  #isUtf8 = true;
  #columns: readonly (readonly [name: string, column: CsvColumn])[] | null = null;
  /** Fields that a row may have. */
  #expected = 0;
  #rows = 0;
  #last = 0;

  /** @param onChange is told all that changes, by columns at the end of the rows that are read at once. */
  constructor(
    onChange: (change: CsvChange) => void,
    { atOnce = AT_ONCE, first = NO_KINDS }: CsvLoadOptions = {},
  ) {
    this.#onChange = onChange;
    this.#atOnce = atOnce;
    this.#first = first;
  }

  /** What the columns are by the first rows, or by the first file; known at the end. Empty where they are shifted. */
  get kinds(): ReadonlyMap<string, CsvFirstKind> {
    const kinds = new Map<string, CsvFirstKind>();
    for (const [name, { first }] of this.#columns ?? []) if (first !== null) kinds.set(name, first);
    return kinds;
  }

  /** Rows that pandas reads. */
  get rows(): number {
    return this.#rows;
  }

  /** The next bytes of the file, before their rows. */
  bytes(chunk: Uint8Array): void {
    if (this.#isUtf8) this.#decode(chunk, true);
  }

  /** @param isBlank it is a line of spaces and tabs alone, which pandas passes over */
  row(row: JsonObject, number: number, isBlank: boolean): void {
    this.#last = number;
    if (isBlank) {
      this.#onChange({ row: number, kind: 'blank-line' });
      return;
    }
    const beyond = row[''];
    const fields = Object.keys(row).length + (Array.isArray(beyond) ? beyond.length - 1 : 0);
    if (this.#columns === null) this.#begin(row, number, fields);
    if (fields > this.#expected)
      this.#onChange({ row: number, kind: 'too-many-fields', fields, expected: this.#expected });
    for (const [name, column] of this.#columns ?? []) {
      const value = row[name];
      column.add(typeof value === 'string' ? value : '', number);
    }
    this.#rows += 1;
    if (this.#rows % this.#atOnce === 0) this.#endStretch();
  }

  /** @param inQuote the last row ends in a quote that nothing closes */
  end(inQuote: boolean): void {
    if (this.#isUtf8) this.#decode(new Uint8Array(0), false);
    if (this.#rows % this.#atOnce > 0) this.#endStretch();
    if (this.#rows === 0 && this.#last > 0) this.#onChange({ row: 0, kind: 'no-rows' });
    if (inQuote) this.#onChange({ row: this.#last, kind: 'unclosed-quote' });
  }

  #decode(chunk: Uint8Array, stream: boolean): void {
    try {
      this.#strict.decode(chunk, { stream });
    } catch {
      this.#isUtf8 = false;
      this.#onChange({ row: 0, kind: 'no-utf-8' });
    }
  }

  /** If the first row has more fields than the header, pandas takes the extra fields in front for names of the rows. */
  #begin(row: JsonObject, number: number, fields: number): void {
    const names = Object.keys(row).filter((name) => !Array.isArray(row[name]));
    const by = fields - names.length;
    this.#expected = fields;
    this.#columns = by > 0 ? [] : names.map((name) => [name, this.#columnOf(name, names)] as const);
    if (by > 0) this.#onChange({ row: number, kind: 'shifted', by, column: names[0] ?? '' });
  }

  #columnOf(name: string, names: readonly string[]): CsvColumn {
    return new CsvColumn(name, csvUse(name, names), this.#onChange, this.#first.get(name) ?? null);
  }

  #endStretch(): void {
    for (const [, column] of this.#columns ?? []) column.endStretch();
  }
}

/** Whether a record looks as a line of spaces and tabs alone does, which it may be in quotes as well. */
export function looksBlank(row: JsonObject): boolean {
  const [first, ...others] = Object.values(row);
  return typeof first === 'string' && /^[ \t]+$/.test(first) && others.every((value) => value === '');
}
