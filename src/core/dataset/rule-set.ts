import type { RuleSettings } from './rule-settings.ts';
import type { Severity } from './findings/finding.ts';
import type { FileRule, Occurrence, Rule, RuleOn, Subject } from './rule.ts';
import { ruleTable } from './rules/rule-table.ts';

/** How severe what a rule finds is. */
export interface Grade {
  readonly severity: Severity;
  /** A setting gives it, so that it is the same for all findings of the rule. */
  readonly isChosen: boolean;
}

export interface ActiveRule<K extends Subject['kind']> extends Grade {
  readonly rule: RuleOn<K>;
}

export interface ActiveFileRule extends Grade {
  readonly rule: FileRule;
}

/** The severity of one finding of a rule. */
export function severityOf(
  { severity, isChosen }: Grade,
  { severity: own }: Pick<Occurrence, 'severity'>,
): Severity {
  return isChosen ? severity : (own ?? severity);
}

/** Which rules are asked for, and with which severities. */
export interface RuleChoice {
  readonly rules?: RuleSettings | undefined;
  /** Ids of the only rules to run; all of them if absent. */
  readonly only?: readonly string[] | undefined;
  /** The slow rules too. */
  readonly deep?: boolean | undefined;
}

/** The rules that are on, by what they look at, each with its severity. */
export class RuleSet {
  readonly #settings: RuleSettings;
  readonly #only: ReadonlySet<string> | null;
  readonly #deep: boolean;
  /** Looked up once: a file may have as many blank lines as bytes. */
  readonly #byKind = new Map<Subject['kind'], readonly unknown[]>();

  /** @param only ids of the only rules to run; all if absent. @param deep the slow ones too. */
  constructor({ rules = {}, only, deep = false }: RuleChoice) {
    this.#settings = rules;
    this.#only = only === undefined ? null : new Set(only);
    this.#deep = deep;
  }

  /** Those that look at a kind of subject. */
  on<K extends Subject['kind']>(kind: K): readonly ActiveRule<K>[] {
    const known = this.#byKind.get(kind) ?? this.#find(kind);
    this.#byKind.set(kind, known);
    return known as readonly ActiveRule<K>[];
  }

  #find<K extends Subject['kind']>(kind: K): ActiveRule<K>[] {
    const active: ActiveRule<K>[] = [];
    for (const rule of ruleTable) {
      const severity = this.#severityOf(rule);
      if (severity !== 'off' && isOn(rule, kind))
        active.push({ rule, severity, isChosen: this.#isChosen(rule) });
    }
    return active;
  }

  /** Those that compare rows. */
  onFile(): ActiveFileRule[] {
    return ruleTable.flatMap((rule) => {
      const severity = this.#severityOf(rule);
      return rule.on === 'file' && severity !== 'off'
        ? [{ rule, severity, isChosen: this.#isChosen(rule) }]
        : [];
    });
  }

  /** Whether a rule is on, by its id. */
  isOn(id: string): boolean {
    const rule = ruleById(id);
    return rule !== undefined && this.#severityOf(rule) !== 'off';
  }

  #isChosen({ id }: Rule): boolean {
    return this.#settings[id] !== undefined;
  }

  #severityOf(rule: Rule): Severity | 'off' {
    if (this.#only !== null && !this.#only.has(rule.id)) return 'off';
    const chosen = this.#settings[rule.id];
    if (chosen !== undefined) return chosen;
    if (this.#only !== null) return rule.defaultSeverity;
    const isLeftOut = rule.offByDefault === true || (rule.deep === true && !this.#deep);
    return isLeftOut ? 'off' : rule.defaultSeverity;
  }
}

function isOn<K extends Subject['kind']>(rule: Rule | RuleOn<K>, kind: K): rule is RuleOn<K> {
  return rule.on === kind;
}

/** The rule with this id. */
export function ruleById(id: string): Rule | undefined {
  return ruleTable.find((rule) => rule.id === id);
}
