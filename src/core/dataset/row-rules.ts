import { textMark } from './marks/text-mark.ts';
import type { Row } from './row/row.ts';
import type { RuleOn } from './rule.ts';
import type { ActiveRule } from './rule-set.ts';

type RowRule = ActiveRule<'row'>;

/** A rule, and the marks and characters one of which a row must have to be shown to it. */
interface GatedRule {
  readonly active: RowRule;
  /** No marks but `textMark.any` where every row is shown to it. */
  readonly marks: number;
}

/** The rules that look at rows, and which of them a row is to be shown to: most have nothing to find in most of a file. */
export class RowRules {
  readonly #all: readonly GatedRule[];
  /** Those of them that a row in a known shape may be shown to. */
  readonly #aboutTexts: readonly GatedRule[];
  /** The rules for a row in a known shape by its marks, if it has no characters of a class: few combinations of marks occur. */
  readonly #byMarks = new Map<number, readonly GatedRule[]>();
  /** Made once, because there are many rows. */
  readonly #chosen: RowRule[] = [];

  constructor(rules: readonly RowRule[]) {
    this.#all = rules.map((active) => ({ active, marks: marksFor(active) }));
    this.#aboutTexts = this.#all.filter(({ active }) => !isAboutShape(active.rule));
  }

  /** Those that the row is to be shown to, in their order. The list is another one after the next call. */
  of(row: Row): readonly RowRule[] {
    this.#chosen.length = 0;
    const among = this.#among(row);
    for (let n = 0; n < among.length; n++) {
      const gated = among[n];
      if (gated !== undefined && isFor(row, gated.active)) this.#chosen.push(gated.active);
    }
    return this.#chosen;
  }

  #among(row: Row): readonly GatedRule[] {
    if (row.shape === null) return this.#all;
    if (row.characters !== 0) return this.#aboutTexts;
    const known = this.#byMarks.get(row.marks);
    if (known !== undefined) return known;
    if (this.#byMarks.size === MOST_KNOWN) this.#byMarks.clear();
    const among = this.#aboutTexts.filter(({ marks }) => (marks & row.marks) !== 0);
    this.#byMarks.set(row.marks, among);
    return among;
  }
}

const MOST_KNOWN = 1000;

/** Whether what a rule finds depends on keys, kinds of values and who speaks, and not on what texts say. */
export function isAboutShape({ turnsOnly, shapeOnly }: RuleOn<'row'>): boolean {
  return turnsOnly === true || shapeOnly === true;
}

function marksFor({ rule: { mayHold, characters } }: RowRule): number {
  if (mayHold === undefined) return characters === undefined ? textMark.any : 0;
  return mayHold.reduce((marks, search) => marks | search.marks, 0);
}

function isFor(row: Row, { rule }: RowRule): boolean {
  if (rule.turnsOnly === true && row.isPlain) return false;
  const { mayHold, characters } = rule;
  if (mayHold === undefined && characters === undefined) return true;
  if (characters !== undefined && (row.characters & characters) !== 0) return true;
  return mayHold !== undefined && row.mayHoldOneOf(mayHold);
}
