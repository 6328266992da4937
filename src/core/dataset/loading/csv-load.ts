import type { JsonObject } from '../json-value.ts';
import type { CsvChange } from './csv-change.ts';
import { CsvColumn } from './csv-column.ts';
import { csvUse } from './csv-use.ts';

/** Rows that pandas is asked for at once, whose kinds it finds out by themselves: `chunksize` of datasets packaged_modules/csv/csv.py. */
const AT_ONCE = 10_000;

/** Follows what `datasets` 5.2, which reads CSV with pandas, makes of the rows of one file. They come in order. */
export class CsvLoad {
  readonly #onChange: (change: CsvChange) => void;
  readonly #atOnce: number;
  readonly #strict = new TextDecoder('utf-8', { fatal: true });
  #isUtf8 = true;
  #columns: readonly (readonly [name: string, column: CsvColumn])[] | null = null;
  /** Fields that a row may have. */
  #expected = 0;
  #rows = 0;
  #last = 0;

  /** @param onChange is told all that changes, by columns at the end of the rows that are read at once. @param atOnce how many these are */
  constructor(onChange: (change: CsvChange) => void, atOnce = AT_ONCE) {
    this.#onChange = onChange;
    this.#atOnce = atOnce;
  }

  /** The next bytes of the file, before their rows. */
  bytes(chunk: Uint8Array): void {
    if (this.#isUtf8) this.#decode(chunk, true);
  }

  row(row: JsonObject, number: number): void {
    this.#last = number;
    if (isBlank(row)) return;
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

  /** Where the first row has more fields than the header, what stands before the last ones names the rows, as pandas has it. */
  #begin(row: JsonObject, number: number, fields: number): void {
    const names = Object.keys(row).filter((name) => !Array.isArray(row[name]));
    const by = fields - names.length;
    this.#expected = fields;
    this.#columns =
      by > 0
        ? []
        : names.map((name) => [name, new CsvColumn(name, csvUse(name, names), this.#onChange)] as const);
    if (by > 0) this.#onChange({ row: number, kind: 'shifted', by, column: names[0] ?? '' });
  }

  #endStretch(): void {
    for (const [, column] of this.#columns ?? []) column.endStretch();
  }
}

/** Pandas passes over lines of spaces and tabs. */
function isBlank(row: JsonObject): boolean {
  const [first, ...others] = Object.values(row);
  return typeof first === 'string' && /^[ \t]+$/.test(first) && others.every((value) => value === '');
}
