import type { CsvChange, CsvKind } from './csv-change.ts';
import { CsvIntegers } from './csv-integers.ts';
import type { CsvUse } from './csv-use.ts';
import { csvValueKind, csvWritten, isReadFromText } from './csv-value.ts';

/** What the rows of a column are that are read first, to which all others are made. */
export interface CsvFirstKind {
  readonly kind: CsvKind;
  /** Integers without a sign. */
  readonly isLarge: boolean;
  /** Nothing stood there, which makes floats of it. */
  readonly isNothing: boolean;
}

interface Field {
  readonly row: number;
  readonly text: string;
}

/** What a column holds in the rows that are read at once: the first value of each kind. */
class Stretch {
  readonly integers = new CsvIntegers();
  readonly nulls: Field[] = [];
  text: Field | null = null;
  integer: Field | null = null;
  float: Field | null = null;
  boolean: Field | null = null;
  /** As a float no integer of 64 bits, and one without a sign alone. */
  fraction: Field | null = null;
  largeFloat: Field | null = null;
  /** As text it cannot be made what the first rows are. */
  unread: Field | null = null;
  /** An integer beyond those that a float holds all of. */
  unsafe: Field | null = null;
  /** An integer beyond 63 bits, one beyond 64, and a number below zero. */
  large: Field | null = null;
  tooBig: Field | null = null;
  negative: Field | null = null;
  /** Read as a number it is written differently. */
  rewritten: Field | null = null;

  get kind(): CsvKind | null {
    const { kind } = this.integers;
    if (kind === 'kept') return 'text';
    if (kind !== 'none') return this.integer === null ? null : this.nulls.length > 0 ? 'float' : 'integer';
    const hasNumber = this.integer !== null || this.float !== null;
    if (this.text !== null || (this.boolean !== null && hasNumber)) return 'text';
    return this.boolean === null ? 'float' : 'boolean';
  }

  /** Words for nothing are texts here as any other. */
  get areNullsKept(): boolean {
    return this.integers.kind === 'kept';
  }
}

/**
 * Follows one column of a CSV file as pandas reads it, a chunk of rows at a time, each chunk on its own (datasets
 * packaged_modules/csv/csv.py).
 */
export class CsvColumn {
  readonly #name: string;
  readonly #use: CsvUse | null;
  readonly #onChange: (change: CsvChange) => void;
  #stretch = new Stretch();
  #first: CsvFirstKind | null;
  #isRewrittenSaid = false;

  /** @param first what the first file of its folder has in the column; null: this file is the first */
  constructor(
    name: string,
    use: CsvUse | null,
    onChange: (change: CsvChange) => void,
    first: CsvFirstKind | null,
  ) {
    this.#name = name;
    this.#use = use;
    this.#onChange = onChange;
    this.#first = first;
  }

  /** Null before the first rows are read. */
  get first(): CsvFirstKind | null {
    return this.#first;
  }

  add(text: string, row: number): void {
    const kind = csvValueKind(text);
    const stretch = this.#stretch;
    if (kind === 'null') {
      stretch.nulls.push({ row, text });
      stretch.integers.null();
      return;
    }
    stretch[kind] ??= { row, text };
    if (kind === 'integer') this.#addInteger(text, row);
    else stretch.integers.other(text);
    if (kind === 'float') this.#addFloat(text, row);
    if (stretch.unread === null && !this.#isRead(text)) stretch.unread = { row, text };
    if (kind !== 'text' && stretch.rewritten === null && csvWritten(text, kind) !== text)
      stretch.rewritten = { row, text };
  }

  /** A chunk is complete, or the file has ended. */
  endStretch(): void {
    const stretch = this.#stretch;
    this.#stretch = new Stretch();
    const { kind, integers, tooBig } = stretch;
    if (!stretch.areNullsKept) this.#sayNulls(stretch.nulls);
    if (integers.kind === 'too-big' && tooBig !== null) this.#say({ ...tooBig, kind: 'too-big' });
    else if (this.#first === null) this.#begin(stretch);
    else if (this.#first.kind === 'text') this.#sayRewritten(stretch, kind);
    else this.#compare(stretch, this.#first);
  }

  #sayNulls(nulls: readonly Field[]): void {
    if (this.#use === null) return;
    for (const field of nulls) {
      // an empty field is what it says, and alone where TRL needs a text is it more than that
      if (field.text === '' && this.#use === 'text') continue;
      this.#onChange({ ...field, kind: 'null', column: this.#name, use: this.#use });
    }
  }

  #addInteger(text: string, row: number): void {
    const stretch = this.#stretch;
    const isNegative = /^\s*-/.test(text);
    if (isNegative) stretch.negative ??= { row, text };
    if (text.length < SHORTEST_LARGE) {
      stretch.integers.integer(0n, isNegative);
      return;
    }
    this.#addFloat(text, row);
    const digits = text.trim().replace(/^\+/, '');
    const value = BigInt(digits);
    stretch.integers.integer(value, isNegative);
    if (digits.length > LONGEST_INTEGER) stretch.integers.other(text);
    if (value > 2n ** 53n || value < -(2n ** 53n)) stretch.unsafe ??= { row, text };
    if (value >= 2n ** 63n) stretch.large ??= { row, text };
    if (value >= 2n ** 64n || value < -(2n ** 63n)) stretch.tooBig ??= { row, text };
  }

  /** What a number is in a column of floats. */
  #addFloat(text: string, row: number): void {
    const stretch = this.#stretch;
    const value = Number(text);
    const isBeyond = value >= 2 ** 64 || value < -(2 ** 63);
    if (!Number.isInteger(value) || isBeyond) stretch.fraction ??= { row, text };
    if (value >= 2 ** 63) stretch.largeFloat ??= { row, text };
    if (value < 0) stretch.negative ??= { row, text };
  }

  #isRead(text: string): boolean {
    return this.#first === null || this.#first.kind === 'text' || isReadFromText(text, this.#first);
  }

  /** A column of nothing is one of floats. */
  #begin(stretch: Stretch): void {
    const { kind, integers } = stretch;
    const isLarge = integers.kind === 'unsigned';
    this.#first = { kind: kind ?? 'float', isLarge, isNothing: kind === null };
    this.#sayBecomes(stretch, kind);
  }

  #sayBecomes(stretch: Stretch, kind: CsvKind | null): void {
    const first = stretch.integer ?? stretch.float ?? stretch.boolean;
    if (kind === null || kind === 'text' || first === null || this.#use === null) return;
    const { row } = this.#use === 'trained' ? first : (stretch.rewritten ?? first);
    const text = stretch.rewritten?.text ?? null;
    this.#onChange({ row, kind: 'becomes', column: this.#name, to: kind, text, use: this.#use });
  }

  #sayRewritten(stretch: Stretch, kind: CsvKind | null): void {
    const rewritten = stretch.rewritten ?? (kind === 'float' ? stretch.unsafe : null);
    if (this.#use === null || this.#isRewrittenSaid) return;
    if (rewritten === null || kind === null || kind === 'text') return;
    this.#isRewrittenSaid = true;
    this.#say({ ...rewritten, kind: 'rewritten', becomes: csvWritten(rewritten.text, kind) });
  }

  #compare(stretch: Stretch, first: CsvFirstKind): void {
    const odd = oddIn(stretch, first);
    if (odd === null && first.isNothing) {
      this.#first = { ...first, isNothing: stretch.kind === null };
      this.#sayBecomes(stretch, stretch.kind);
    }
    if (odd !== null) this.#say({ ...odd, kind: 'late-kind', before: first.kind });
  }

  #say(
    change: Field &
      (
        | { readonly kind: 'too-big' }
        | { readonly kind: 'late-kind'; readonly before: CsvKind }
        | { readonly kind: 'rewritten'; readonly becomes: string }
      ),
  ): void {
    this.#onChange({ ...change, column: this.#name });
  }
}

/** Characters of an integer that a float may not hold. */
const SHORTEST_LARGE = 16;
/** Digits of the longest integer that Python reads, with its sign. */
const LONGEST_INTEGER = 4300;

/** What cannot be made what the first rows are. */
function oddIn(stretch: Stretch, { kind: before, isLarge }: CsvFirstKind): Field | null {
  const { unread, fraction, largeFloat, unsafe, large, negative, kind, nulls } = stretch;
  if (kind === 'text') return unread ?? (stretch.areNullsKept ? firstUnread(nulls, before, isLarge) : null);
  if (before === 'float' && kind === 'integer') return unsafe;
  if (before !== 'integer' || kind === 'boolean') return null;
  if (kind === 'float') return fraction ?? (isLarge ? negative : largeFloat);
  return isLarge ? negative : large;
}

function firstUnread(nulls: readonly Field[], kind: CsvKind, isLarge: boolean): Field | null {
  return nulls.find(({ text }) => !isReadFromText(text, { kind, isLarge })) ?? null;
}
