import { columnsOf, type ColumnSet } from './column.ts';
import type { DatasetFormat } from './finding.ts';
import { isObject, type JsonObject, type JsonValue } from './json-value.ts';
import { formatOfRow } from './row-format.ts';
import { conversationsOf, type Conversation } from './turn.ts';

/** A row that could be read, with what several rules ask of it. */
export class Row {
  readonly number: number;
  /** The JSON text, broken bytes replaced. */
  readonly text: string;
  readonly value: JsonValue;
  /** The value, if it is an object. */
  readonly object: JsonObject | null;
  /** The row's own bytes, or in an array any byte of the file, are no UTF-8. */
  readonly hasBrokenBytes: boolean;
  /** The first row with an equal value; null if this is the first. */
  readonly firstEqual: number | null;
  readonly columns: ColumnSet;
  readonly format: DatasetFormat;
  #conversations: readonly Conversation[] | null = null;

  constructor(
    number: number,
    text: string,
    value: JsonValue,
    hasBrokenBytes: boolean,
    firstEqual: number | null,
  ) {
    this.number = number;
    this.text = text;
    this.value = value;
    this.object = isObject(value) ? value : null;
    this.hasBrokenBytes = hasBrokenBytes;
    this.firstEqual = firstEqual;
    this.columns = this.object === null ? 0 : columnsOf(this.object);
    this.format = this.object === null ? 'unknown' : formatOfRow(this.object, this.columns);
  }

  /** The columns that hold lists of turns. */
  get conversations(): readonly Conversation[] {
    this.#conversations ??= this.object === null ? [] : conversationsOf(this.object);
    return this.#conversations;
  }
}
