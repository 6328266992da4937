import type { CsvUse } from './csv-use.ts';

/** What pandas, with which `datasets` reads CSV, makes of one column in the rows that it reads at once. */
export type CsvKind = 'text' | 'integer' | 'float' | 'boolean';

/** What loading does to a CSV file, or where it stops. `row` is that of the finding; 0: the file as a whole. */
export type CsvChange = { readonly row: number } & (
  | { readonly kind: 'no-utf-8' }
  /** A line of spaces and tabs alone, which is passed over, so that later rows have other numbers. */
  | { readonly kind: 'blank-line' }
  /** Loading stops: there are such lines and no others. */
  | { readonly kind: 'no-rows' }
  /** The quote in which the file ends stands in this row. */
  | { readonly kind: 'unclosed-quote' }
  /** Loading stops: the row has more fields than the header and the first row. */
  | { readonly kind: 'too-many-fields'; readonly fields: number; readonly expected: number }
  /** The first row has more fields than there are columns: every column takes the value that many fields further on. */
  | { readonly kind: 'shifted'; readonly by: number; readonly column: string }
  /** Loading stops: the rows before have no texts in this column, and this row has. */
  | { readonly kind: 'late-kind'; readonly column: string; readonly text: string; readonly before: CsvKind }
  /** Loading stops: an integer that does not fit into 64 bits. */
  | { readonly kind: 'too-big'; readonly column: string; readonly text: string }
  /** All values of the column are numbers or booleans; `text` is the first that is then written differently, if any is. */
  | {
      readonly kind: 'becomes';
      readonly column: string;
      readonly to: Exclude<CsvKind, 'text'>;
      readonly text: string | null;
      readonly use: CsvUse;
    }
  /** A value of a column of text that is read as a number or boolean together with its neighbours and then written differently. */
  | { readonly kind: 'rewritten'; readonly column: string; readonly text: string; readonly becomes: string }
  | { readonly kind: 'null'; readonly column: string; readonly text: string; readonly use: CsvUse }
);
