import { RuleSet, type RuleChoice } from '../rule-set.ts';

/** The rules of a choice in two parts: what both find together is what the choice finds. */
export interface RuleParts {
  /** Look at each row by itself: any stretch of a file can be asked by itself, in any order. */
  readonly ofSegments: RuleChoice;
  /** All others: they compare rows, or are about the file. */
  readonly ofWhole: RuleChoice;
}

export function ruleParts(choice: RuleChoice): RuleParts {
  const alone = new RuleSet(choice).on('row').filter(({ rule }) => rule.comparesRows !== true);
  const ids = alone.map(({ rule }) => rule.id);
  const off = Object.fromEntries(ids.map((id) => [id, 'off' as const]));
  return {
    ofSegments: {
      rules: Object.fromEntries(alone.map(({ rule, severity }) => [rule.id, severity])),
      only: ids,
    },
    ofWhole: { ...choice, rules: { ...choice.rules, ...off } },
  };
}
