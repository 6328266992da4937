import type { FindingLists } from './findings/finding-list.ts';
import { findingAt } from './findings/finding-maker.ts';
import type { Span } from './reading/place.ts';
import type { Row } from './row/row.ts';
import type { ProseLines, RowCollector } from './rule.ts';
import { severityOf, type ActiveFileRule, type RuleSet } from './rule-set.ts';
import type { SharedWork } from './shared-work.ts';

/** A rule that follows the rows of a file, with what it takes from them. */
export interface CollectingRule extends ActiveFileRule {
  readonly collector: RowCollector;
}

/** Those that are on, at the beginning of a file. @param shared what is known beside the file */
export function collectingRules(rules: RuleSet, shared: SharedWork): CollectingRule[] {
  return rules.onFile().map((active) => ({ ...active, collector: active.rule.collect(shared) }));
}

/** Where a row lies, or the part of it that a rule has kept; null in a file without lines. */
type PlaceOf = (row: number, part: Span | null) => Span | null;

/** Rules that follow the rows of one file: they are shown them one after another, and speak when all have been seen. */
export class FileRules {
  readonly #rules: readonly CollectingRule[];
  /** What takes prose for them: most rules share one. */
  readonly #prose: ReadonlySet<ProseLines | undefined>;

  constructor(rules: readonly CollectingRule[]) {
    this.#rules = rules;
    this.#prose = new Set(this.#rules.map(({ collector }) => collector.prose));
  }

  get areNone(): boolean {
    return this.#rules.length === 0;
  }

  /** One of them asks of a row which one before it is equal. */
  get askFirstEqual(): boolean {
    return this.#rules.some(({ rule }) => rule.asksFirstEqual === true);
  }

  row(row: Row): void {
    if (!row.isObject) return;
    if (this.knowProse(row.proseColumns, row.offset)) this.addProse(row.number);
    else for (const { collector } of this.#rules) collector.add(row);
  }

  blankLine(line: number, offset: number): void {
    for (const { collector } of this.#rules) collector.blankLine?.(line, offset);
  }

  /** Whether a row of prose in these columns tells none of them anything new. @param offset of the row in the file; Infinity: anywhere */
  knowProse(columns: readonly string[] | null, offset: number): boolean {
    if (columns === null) return false;
    for (const prose of this.#prose) if (prose?.knowsProse(columns, offset) !== true) return false;
    return true;
  }

  addProse(number: number): void {
    for (const prose of this.#prose) prose?.addProse(number);
  }

  /** Lets each of them report. */
  end(findings: FindingLists, placeOf: PlaceOf): void {
    for (const active of this.#rules) {
      const { rule, collector } = active;
      const list = findings.ofRule(rule.id);
      collector.end((row, { span = null, ...found }) => {
        const severity = severityOf(active, found);
        if (list.isFull) list.count(rule.id, severity);
        else
          list.list(findingAt(rule.id, severity, row, placeOf(row, span), { target: WHOLE_ROW, ...found }));
      });
    }
  }
}

const WHOLE_ROW = { kind: 'whole' } as const;
