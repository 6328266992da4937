import type { CsvChange, CsvKind } from './csv-change.ts';
import type { CsvUse } from './csv-use.ts';
import { csvValueKind, csvWritten } from './csv-value.ts';

interface Field {
  readonly row: number;
  readonly text: string;
}

/** What stands in a column in the rows that are read at once: the first of each kind. */
class Stretch {
  text: Field | null = null;
  integer: Field | null = null;
  float: Field | null = null;
  boolean: Field | null = null;
  fraction: Field | null = null;
  /** A number that is no truth value where it stands among texts: another one than 0 and 1. */
  noBit: Field | null = null;
  /** An integer beyond those that a float holds all of. */
  unsafe: Field | null = null;
  /** Beyond 63 bits, beyond 64, and below zero. */
  large: Field | null = null;
  tooBig: Field | null = null;
  negative: Field | null = null;
  /** As a number it is written otherwise. */
  rewritten: Field | null = null;
  hasNull = false;

  get kind(): CsvKind | null {
    const hasNumber = this.integer !== null || this.float !== null;
    if (this.text !== null || (this.boolean !== null && hasNumber)) return 'text';
    if (this.boolean !== null) return 'boolean';
    if (this.float !== null || (this.integer !== null && this.hasNull)) return 'float';
    if (this.integer === null) return null;
    const isMixed = this.large !== null && this.negative !== null && this.tooBig === null;
    return isMixed ? 'text' : 'integer';
  }
}

/** Follows one column of a CSV file as pandas reads it, some rows at once, each by itself (datasets packaged_modules/csv/csv.py). */
export class CsvColumn {
  readonly #name: string;
  readonly #use: CsvUse | null;
  readonly #onChange: (change: CsvChange) => void;
  #stretch = new Stretch();
  /** What the first rows are, to which all others are made; null before. */
  #kind: CsvKind | null = null;
  #isLarge = false;
  /** Nothing stood in the first rows. */
  #isNothing = false;
  #isRewrittenSaid = false;

  constructor(name: string, use: CsvUse | null, onChange: (change: CsvChange) => void) {
    this.#name = name;
    this.#use = use;
    this.#onChange = onChange;
  }

  add(text: string, row: number): void {
    const kind = csvValueKind(text);
    const stretch = this.#stretch;
    if (kind === 'null') this.#addNull(text, row);
    else stretch[kind] ??= { row, text };
    if (kind === 'integer') this.#addInteger(text, row);
    if ((kind === 'integer' || kind === 'float') && text !== '0' && text !== '1')
      stretch.noBit ??= { row, text };
    if (kind === 'float' && !Number.isInteger(Number(text))) stretch.fraction ??= { row, text };
    if (kind === 'integer' || kind === 'float' || kind === 'boolean')
      if (stretch.rewritten === null && csvWritten(text, kind) !== text) stretch.rewritten = { row, text };
  }

  /** So many rows were read as are read at once, or the last ones. */
  endStretch(): void {
    const stretch = this.#stretch;
    this.#stretch = new Stretch();
    const { kind } = stretch;
    const isNumber = kind === 'integer';
    if (isNumber && stretch.tooBig !== null) this.#say({ ...stretch.tooBig, kind: 'too-big' });
    else if (this.#kind === null) this.#begin(stretch);
    else if (this.#kind === 'text') this.#sayRewritten(stretch, kind);
    else this.#compare(stretch, this.#kind);
  }

  #addNull(text: string, row: number): void {
    this.#stretch.hasNull = true;
    // an empty field is what it says, and alone where TRL needs a text is it more than that
    if (this.#use === null || (text === '' && this.#use === 'text')) return;
    this.#onChange({ row, kind: 'null', column: this.#name, text, use: this.#use });
  }

  #addInteger(text: string, row: number): void {
    const stretch = this.#stretch;
    if (/^\s*-/.test(text)) stretch.negative ??= { row, text };
    if (text.length < SHORTEST_LARGE) return;
    const value = BigInt(text.trim().replace(/^\+/, ''));
    if (value > 2n ** 53n || value < -(2n ** 53n)) stretch.unsafe ??= { row, text };
    if (value >= 2n ** 63n) stretch.large ??= { row, text };
    if (value >= 2n ** 64n || value < -(2n ** 63n)) stretch.tooBig ??= { row, text };
  }

  /** A column of nothing is one of floats. */
  #begin(stretch: Stretch): void {
    const { kind } = stretch;
    this.#kind = kind ?? 'float';
    this.#isLarge = stretch.large !== null;
    this.#isNothing = kind === null;
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

  #compare(stretch: Stretch, before: CsvKind): void {
    const odd = this.#odd(stretch, before);
    if (odd === null && this.#isNothing) {
      this.#isNothing = stretch.kind === null;
      this.#sayBecomes(stretch, stretch.kind);
    }
    if (odd !== null) this.#say({ ...odd, kind: 'late-kind', before });
  }

  /** What cannot be made what the first rows are. */
  #odd(stretch: Stretch, before: CsvKind): Field | null {
    const { text, boolean, fraction, noBit, unsafe, large, negative, kind } = stretch;
    if (kind === 'text') return text ?? (before === 'boolean' ? noBit : (boolean ?? large));
    if (before === 'float' && kind === 'integer') return unsafe;
    if (before !== 'integer' || kind === 'boolean') return null;
    return fraction ?? (this.#isLarge ? negative : large);
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
