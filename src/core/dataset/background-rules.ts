import type { RuleSettings } from './rule-settings.ts';
import { ruleTable } from './rules/rule-table.ts';

/** The slow rules whose severity nobody has set: an editor runs them when everything else has been reported. */
export function backgroundRules(chosen: RuleSettings): string[] {
  return ruleTable
    .filter(({ id, deep, offByDefault }) => deep === true && offByDefault !== true && !(id in chosen))
    .map(({ id }) => id);
}
