import type { RawRow } from './raw-row.ts';
import { mayHaveCharacters, type Row } from './row.ts';
import type { RuleOn } from './rule.ts';
import type { ActiveRule } from './rule-set.ts';
import type { TextBlock } from './text-block.ts';

type RowRule = ActiveRule<'row'>;

/** The rules that look at rows, and which of them a row is to be shown to: most have nothing to find in most of a file. */
export class RowRules {
  readonly #all: readonly RowRule[];
  /** The stretch of the file of the last row, and the rules that may find something in it. */
  #around: TextBlock | null = null;
  #live: readonly RowRule[];
  /** Those of them that a row in a known shape may be shown to. */
  #aboutTexts: readonly RowRule[];
  /** Made once: rows are many. */
  readonly #chosen: RowRule[] = [];

  constructor(rules: readonly RowRule[]) {
    this.#all = rules;
    this.#live = rules;
    this.#aboutTexts = rules.filter(isAboutTexts);
  }

  /** Those that the row is to be shown to, in their order. The list is another one after the next call. */
  of(row: Row, raw: RawRow): readonly RowRule[] {
    this.#look(raw);
    this.#chosen.length = 0;
    const live = row.shape === null ? this.#live : this.#aboutTexts;
    for (let n = 0; n < live.length; n++) {
      const active = live[n];
      if (active !== undefined && isFor(row, active)) this.#chosen.push(active);
    }
    return this.#chosen;
  }

  #look({ around, at }: RawRow): void {
    if (around === this.#around) return;
    this.#around = around;
    this.#live = around === null ? this.#all : this.#all.filter((active) => isForBlock(around, at, active));
    this.#aboutTexts = this.#live.filter(isAboutTexts);
  }
}

/** Whether what a rule finds depends on keys, kinds of values and who speaks, and not on what texts say. */
export function isAboutShape({ turnsOnly, shapeOnly }: RuleOn<'row'>): boolean {
  return turnsOnly === true || shapeOnly === true;
}

function isAboutTexts({ rule }: RowRule): boolean {
  return !isAboutShape(rule);
}

function isFor(row: Row, { rule }: RowRule): boolean {
  if (rule.turnsOnly === true && row.isPlain) return false;
  const { mayHold, characters } = rule;
  if (mayHold === undefined && characters === undefined) return true;
  if (characters !== undefined && (row.characters & characters) !== 0) return true;
  return mayHold !== undefined && row.mayHoldOneOf(mayHold);
}

/** @param from index of the block's first row that is looked at */
function isForBlock(block: TextBlock, from: number, { rule: { mayHold, characters } }: RowRule): boolean {
  if (mayHold === undefined && characters === undefined) return true;
  const to = block.text.length;
  if (characters !== undefined && mayHaveCharacters(block, from)) return true;
  return mayHold?.some((search) => block.mayHold(search, from, to)) ?? false;
}
