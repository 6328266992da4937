import type { Severity } from './finding.ts';
import type { ActiveRule, RuleChoice, RuleSet } from './rule-set.ts';

/** The rules that look at one row by itself. */
export function rulesOfRowsAlone(rules: RuleSet): ActiveRule<'row'>[] {
  return rules.on('row').filter(({ rule }) => rule.comparesRows !== true);
}

interface Chosen {
  readonly rule: { readonly id: string };
  readonly severity: Severity;
}

/** The choice of these rules with these severities, and of no other. */
export function chooseOnly(active: readonly Chosen[]) {
  return {
    rules: Object.fromEntries(active.map(({ rule, severity }) => [rule.id, severity])),
    only: active.map(({ rule }) => rule.id),
  } satisfies RuleChoice;
}
