import type { UsualRow } from './row/format-vote.ts';
import type { FindingLists } from './findings/finding-list.ts';
import { findingAt } from './findings/finding-maker.ts';
import type { Span } from './reading/place.ts';
import { wantedColumns } from './row/row-format.ts';
import type { EqualRow, OddRow } from './comparing/row-keeper.ts';
import type { Occurrence } from './rule.ts';
import { severityOf, type ActiveRule, type RuleSet } from './rule-set.ts';

interface PlacedEqualRow extends EqualRow {
  /** Where it lies, asked only if that is said; null in a file without lines. */
  readonly span: () => Span | null;
  /** It is a line, which can be removed. */
  readonly isLine: boolean;
}

/** The rules about rows in comparison with the others of their file. */
export class ComparisonRules {
  readonly #equal: readonly ActiveRule<'equal-row'>[];
  readonly #odd: readonly ActiveRule<'odd-row'>[];

  constructor(rules: RuleSet) {
    this.#equal = rules.on('equal-row');
    this.#odd = rules.on('odd-row');
  }

  /** Ids of the rules that are asked about equal rows. */
  get ofEqualRows(): string[] {
    return this.#equal.map(({ rule }) => rule.id);
  }

  equal({ row, first, span, isLine }: PlacedEqualRow, lists: FindingLists): void {
    for (const active of this.#equal) {
      const { rule } = active;
      const list = lists.ofRule(rule.id);
      rule.check({ kind: 'equal-row', first }, ({ fix, ...found }) => {
        const severity = severityOf(active, found);
        if (list.isFull) {
          list.count(rule.id, severity);
          return;
        }
        const occurrence: Occurrence = fix === undefined || !isLine ? found : { ...found, fix };
        list.list(findingAt(rule.id, severity, row, span(), occurrence));
      });
    }
  }

  /** @param hasPlaces false in a file without lines */
  odd(
    { number, span, columns, format, nearKey }: OddRow,
    usual: UsualRow,
    hasPlaces: boolean,
    lists: FindingLists,
  ): void {
    const { format: fileFormat, prompt: filePrompt, columns: fileColumns } = usual;
    const near = nearKey !== null && wantedColumns(fileFormat).includes(nearKey.column) ? nearKey : null;
    const known = { columns, format, fileFormat, filePrompt, fileColumns, nearMiss: near };
    const subject = { kind: 'odd-row', ...known } as const;
    for (const active of this.#odd) {
      const { rule } = active;
      const list = lists.ofRule(rule.id);
      rule.check(subject, (found) => {
        const severity = severityOf(active, found);
        const place = found.target.kind === 'key' && near !== null ? near.span : span;
        list.add(findingAt(rule.id, severity, number, hasPlaces ? place : null, found));
      });
    }
  }
}
