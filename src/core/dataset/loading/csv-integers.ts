/**
 * Whether pandas takes a column for integers, which it tries before all else: `none` where a value that is no integer comes before it has
 * to look for larger ones, `too-big` for Python's integers, which Arrow refuses, `kept` where the column stays as it is, words for
 * nothing included.
 */
export type CsvIntegersKind = 'none' | 'signed' | 'unsigned' | 'too-big' | 'kept';

/** Follows how pandas reads a column as integers of 64 bits, then without a sign, then of any size (pandas _libs/parsers.pyx, `_convert_tokens`). */
export class CsvIntegers {
  #kind: CsvIntegersKind = 'signed';
  #hasNull = false;
  #hasNegative = false;
  #hasOddNegative = false;
  #hasUnsigned = false;

  null(): void {
    this.#hasNull = true;
  }

  integer(value: bigint, isNegative: boolean): void {
    this.#hasNegative ||= isNegative;
    if (value >= 2n ** 63n && value < 2n ** 64n) this.#hasUnsigned = true;
    if (this.#kind === 'signed' && value !== BigInt.asIntN(64, value)) this.#kind = 'unsigned';
    if (this.#kind === 'unsigned' && value >= 2n ** 64n) this.#toAnySize();
  }

  /** A value that is no integer. */
  other(text: string): void {
    if (this.#kind === 'signed') this.#kind = 'none';
    else if (this.#kind === 'too-big') this.#kind = 'kept';
    else if (this.#kind !== 'unsigned') return;
    else if (!BEGINS_NEGATIVE.test(text)) this.#kind = 'none';
    else [this.#hasNegative, this.#hasOddNegative] = [true, true]; // of a number below zero no more than its sign is read
  }

  /** What becomes of all values so far. */
  get kind(): CsvIntegersKind {
    if (this.#kind !== 'unsigned') return this.#kind;
    if (this.#hasUnsigned && (this.#hasNegative || this.#hasNull)) return 'kept';
    if (!this.#hasNegative) return 'unsigned';
    return this.#hasOddNegative ? 'kept' : 'too-big';
  }

  #toAnySize(): void {
    this.#kind = this.#hasOddNegative ? 'kept' : 'too-big';
  }
}

const BEGINS_NEGATIVE = /^[ \t\n\v\f\r]*-/;
