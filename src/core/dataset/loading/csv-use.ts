import { SPOKEN_COLUMNS } from '../row/spoken-columns.ts';

/**
 * What a column of a CSV file is for: `trained`: TRL stops at a value that is no text; `text`: text that is learned once the file is
 * converted.
 */
export type CsvUse = 'trained' | 'text';

const TEXTS = new Set<string>(SPOKEN_COLUMNS);

/** Null for a column that nobody reads as text. @param columns of the file */
export function csvUse(column: string, columns: readonly string[]): CsvUse | null {
  const isPair = columns.includes('prompt') && columns.includes('completion');
  const isTrained =
    column === 'text' ? !columns.includes('prompt') : isPair && /^(?:prompt|completion)$/.test(column);
  if (isTrained) return 'trained';
  return TEXTS.has(column) ? 'text' : null;
}
