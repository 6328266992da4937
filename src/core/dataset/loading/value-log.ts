import type { ValuePlace } from './value-tree.ts';

/** A value of a row: a text, or the literal of a number. */
export interface WrittenValue extends ValuePlace {
  readonly text: string;
}

/** This many are kept with their places; of later ones only the row, since files are larger than memory. */
const MOST_PLACES = 10_000;

/** Values that may have to be named when the whole file has been seen. */
export class ValueLog {
  readonly values: WrittenValue[] = [];
  /** Rows with values that are not kept, in order. */
  readonly laterRows: number[] = [];

  /** @param place asked only where the value is kept. */
  add(row: number, text: string, place: () => ValuePlace): void {
    if (this.values.length < MOST_PLACES) this.values.push({ ...place(), text });
    else this.addRow(row);
  }

  addRow(row: number): void {
    if (this.laterRows.at(-1) !== row) this.laterRows.push(row);
  }
}
