import type { RuleSettings } from '../protocol/worker-contract.ts';
import type { Severity } from './finding.ts';
import type { Rule, RuleOn, Subject } from './rule.ts';
import { ruleTable } from './rules/rule-table.ts';

export interface ActiveRule<K extends Subject['kind']> {
  readonly rule: RuleOn<K>;
  readonly severity: Severity;
}

/** The rules that are on, by what they look at, each with its severity. */
export class RuleSet {
  readonly #settings: RuleSettings;
  readonly #only: ReadonlySet<string> | null;

  /** @param only ids of the only rules to run; all if absent. */
  constructor(settings: RuleSettings = {}, only?: readonly string[]) {
    this.#settings = settings;
    this.#only = only === undefined ? null : new Set(only);
  }

  on<K extends Subject['kind']>(kind: K): ActiveRule<K>[] {
    const active: ActiveRule<K>[] = [];
    for (const rule of ruleTable) {
      if (this.#only !== null && !this.#only.has(rule.id)) continue;
      const severity = this.#settings[rule.id] ?? rule.defaultSeverity;
      if (severity !== 'off' && isOn(rule, kind)) active.push({ rule, severity });
    }
    return active;
  }
}

function isOn<K extends Subject['kind']>(rule: Rule | RuleOn<K>, kind: K): rule is RuleOn<K> {
  return rule.on === kind;
}

/** The rule with this id. */
export function ruleById(id: string): Rule | undefined {
  return ruleTable.find((rule) => rule.id === id);
}
