import type { RuleSettings } from './rule-settings.ts';
import { ruleTable } from './rules/rule-table.ts';

/** The slow rules that nobody has chosen a severity of: an editor asks them when everything else has been said. */
export function backgroundRules(chosen: RuleSettings): string[] {
  return ruleTable
    .filter(({ id, deep, offByDefault }) => deep === true && offByDefault !== true && !(id in chosen))
    .map(({ id }) => id);
}
