const HEADER = 2;
const FIELDS = 1;
const TYPE_KIND = 2;
const TYPE = 3;
const CHILDREN = 5;
const UNIT = 0;
const DURATION = 18;
const MILLISECONDS = 1;

/**
 * A column as Arrow has it, or the whole schema: Parquet knows no durations, so that pyarrow writes its own schema into the file, and reads
 * integers by it (Arrow 22 format/Schema.fbs and Message.fbs, as flatbuffers).
 */
export class ArrowField {
  readonly #table: FlatTable;
  readonly #children: number;

  private constructor(table: FlatTable, children: number) {
    this.#table = table;
    this.#children = children;
  }

  /** @param text the value of `ARROW:schema`; null if it is none */
  static ofSchema(text: string): ArrowField | null {
    const { buffer, byteOffset, byteLength } = Buffer.from(text, 'base64');
    const view = new DataView(buffer, byteOffset, byteLength);
    return orNull(() => {
      const start = view.getInt32(0, true) === -1 ? 8 : 4;
      const message = new FlatTable(view, start + view.getUint32(start, true));
      const schema = message.table(HEADER);
      return schema === null ? null : new ArrowField(schema, FIELDS);
    });
  }

  /** Null where there is none. */
  child(index: number): ArrowField | null {
    return orNull(() => {
      const table = this.#table.element(this.#children, index);
      return table === null ? null : new ArrowField(table, CHILDREN);
    });
  }

  /** Of a duration how many digits of a second its unit has: 0, 3, 6 or 9; null of all else. */
  get durationDigits(): number | null {
    return orNull(() => {
      if (this.#children !== CHILDREN || this.#table.byte(TYPE_KIND) !== DURATION) return null;
      return 3 * (this.#table.table(TYPE)?.short(UNIT) ?? MILLISECONDS);
    });
  }
}

/** Null where a place lies outside of the bytes: what is broken here does not make the rows unreadable. */
function orNull<T>(read: () => T | null): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

class FlatTable {
  readonly #view: DataView;
  readonly #at: number;

  constructor(view: DataView, at: number) {
    this.#view = view;
    this.#at = at;
  }

  byte(field: number): number | null {
    const at = this.#placeOf(field);
    return at === null ? null : this.#view.getUint8(at);
  }

  short(field: number): number | null {
    const at = this.#placeOf(field);
    return at === null ? null : this.#view.getInt16(at, true);
  }

  table(field: number): FlatTable | null {
    const at = this.#placeOf(field);
    return at === null ? null : new FlatTable(this.#view, this.#follow(at));
  }

  /** One of a list of tables. */
  element(field: number, index: number): FlatTable | null {
    const at = this.#placeOf(field);
    if (at === null) return null;
    const list = this.#follow(at);
    if (index >= this.#view.getUint32(list, true)) return null;
    return new FlatTable(this.#view, this.#follow(list + 4 + 4 * index));
  }

  #placeOf(field: number): number | null {
    const places = this.#at - this.#view.getInt32(this.#at, true);
    const entry = 4 + 2 * field;
    if (entry >= this.#view.getUint16(places, true)) return null;
    const place = this.#view.getUint16(places + entry, true);
    return place === 0 ? null : this.#at + place;
  }

  #follow(at: number): number {
    return at + this.#view.getUint32(at, true);
  }
}
