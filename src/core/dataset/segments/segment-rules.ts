import { chooseOnly, rulesOfRowsAlone } from '../choose-only.ts';
import { RuleSet, type RuleChoice } from '../rule-set.ts';

/** The rules of a choice in two parts: what both find together is what the choice finds. */
export interface RuleParts {
  /** Look at each row by itself, so that each stretch of a file can be asked alone, in whatever order. */
  readonly ofSegments: RuleChoice;
  /** All others: they compare rows, or are about the file. */
  readonly ofWhole: RuleChoice;
}

export function ruleParts(choice: RuleChoice): RuleParts {
  const ofSegments = chooseOnly(rulesOfRowsAlone(new RuleSet(choice)));
  const off = Object.fromEntries(ofSegments.only.map((id) => [id, 'off' as const]));
  return { ofSegments, ofWhole: { ...choice, rules: { ...choice.rules, ...off } } };
}
