import { columnNames } from '../row/column-names.ts';
import type { JsonObject, JsonValue } from '../json/json-value.ts';

type State = 'record' | 'field' | 'plain' | 'quoted' | 'after-quote';

/** UTF-16 units of a record that can be linted: as JSON, in which each may take six, it is no longer than a text may be. */
export const LONGEST_RECORD = 1 << 26;
/** UTF-16 units that a field counts for besides its text, by the memory it takes. */
const FIELD = 64;

/**
 * Reads CSV fed in pieces of text as Python's `csv.DictReader` does (cpython Modules/_csv.c, dialect excel). The first record names the
 * columns. A record ends at LF, CR LF or CR outside of quotes; empty ones are left out, before the header too, as pandas does, with
 * which `datasets` reads CSV. What follows a closing quote belongs to the field, and a quote that is never closed goes to the end.
 * Fields that a record lacks are empty; fields beyond the last column go into a list under the empty name. Columns with the same name
 * get names of their own (`columnNames`).
 */
export class CsvReader {
  readonly #onRow: (row: JsonObject, number: number, isBlank: boolean) => void;
  readonly #longest: number;
  /** UTF-16 units of the record that is read. */
  #units = 0;
  #columns: readonly string[] | null = null;
  #state: State = 'record';
  #fields: string[] = [];
  #field = '';
  /** A quote stands in the record that is read. */
  #hasQuote = false;
  #afterCr = false;
  #rows = 0;
  #endsInQuote = false;

  /**
   * @param onRow is given each record with its number, from 1, the header not counted, and whether it is a line of spaces and tabs alone.
   * @param longest UTF-16 units of a record that is read; of a longer one the file is read no further (`isStuck`)
   */
  constructor(onRow: (row: JsonObject, number: number, isBlank: boolean) => void, longest = Infinity) {
    this.#onRow = onRow;
    this.#longest = longest;
  }

  /** A record was longer than may be read, as everything after an unclosed quote is: it and all that follows are left out. */
  get isStuck(): boolean {
    return this.#units > this.#longest;
  }

  /** The last record ends within a quote, which nothing closes; known at the end. */
  get endsInQuote(): boolean {
    return this.#endsInQuote;
  }

  push(text: string): void {
    let at = 0;
    if (this.#afterCr && text.startsWith('\n')) at = 1;
    if (text !== '') this.#afterCr = false;
    while (at < text.length && !this.isStuck) at = this.#take(text, at);
  }

  end(): void {
    this.#endsInQuote = this.#state === 'quoted';
    if (this.#state !== 'record' && !this.isStuck) this.#endRecord();
  }

  /** Reads what is at `at` and returns where to go on. */
  #take(text: string, at: number): number {
    const character = text.charAt(at);
    if (this.#state === 'quoted') return this.#takeQuoted(text, at);
    if (character === '\n' || character === '\r') return this.#takeLineEnd(text, at);
    if (character === ',') {
      this.#endField();
      this.#state = 'field';
      return at + 1;
    }
    if (character === '"' && this.#state !== 'plain') {
      if (this.#state === 'after-quote') this.#field += '"';
      this.#state = 'quoted';
      this.#hasQuote = true;
      return at + 1;
    }
    this.#state = 'plain';
    const end = endOfPlain(text, at);
    this.#add(text.slice(at, end));
    return end;
  }

  #add(part: string): void {
    this.#units += part.length;
    // a text of that many pieces would use up the memory, and no text may be as long as a file
    if (!this.isStuck) this.#field += part;
  }

  #takeQuoted(text: string, at: number): number {
    const quote = text.indexOf('"', at);
    const end = quote < 0 ? text.length : quote;
    this.#add(text.slice(at, end));
    if (quote < 0) return end;
    this.#state = 'after-quote';
    return end + 1;
  }

  #takeLineEnd(text: string, at: number): number {
    if (this.#state !== 'record') this.#endRecord();
    if (text.charAt(at) === '\n') return at + 1;
    this.#afterCr = at + 1 === text.length;
    return text.charAt(at + 1) === '\n' ? at + 2 : at + 1;
  }

  #endField(): void {
    this.#units += FIELD;
    this.#fields.push(this.#field);
    this.#field = '';
  }

  #endRecord(): void {
    this.#endField();
    const fields = this.#fields;
    const isBlank = fields.length === 1 && !this.#hasQuote && /^[ \t]+$/.test(fields[0] ?? '');
    this.#fields = [];
    this.#hasQuote = false;
    this.#units = 0;
    this.#state = 'record';
    if (this.#columns === null) {
      this.#columns = columnNames(fields);
      return;
    }
    this.#rows += 1;
    this.#onRow(rowOf(this.#columns, fields), this.#rows, isBlank);
  }
}

function endOfPlain(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === COMMA || code === LF || code === CR) break;
    at++;
  }
  return at;
}

const COMMA = 0x2c;
const LF = 0x0a;
const CR = 0x0d;

function rowOf(columns: readonly string[], fields: readonly string[]): JsonObject {
  const entries: [string, JsonValue][] = columns.map((column, n) => [column, fields[n] ?? '']);
  if (fields.length > columns.length) entries.push(['', fields.slice(columns.length)]);
  return Object.fromEntries(entries);
}
