import * as v from 'valibot';
import type { Language } from '../text/message.ts';
import { severity } from './findings/finding.ts';
import type { Rule } from './rule.ts';

const reportedRule = v.object({
  id: v.string(),
  /** The severity that it has unless a setting says otherwise. */
  severity,
  /** When it runs: always, only with the slow ones, or only when a setting gives it a severity. */
  runs: v.picklist(['always', 'deep', 'on-request']),
  documentation: v.string(),
  /** A row, or lines, that the rule accepts, and one that it names. */
  good: v.string(),
  bad: v.string(),
});

/** `rules --format json`. */
export const rulesReport = v.object({ version: v.literal(1), rules: v.array(reportedRule) });
export type RulesReport = v.InferOutput<typeof rulesReport>;

/** What `rules` prints of a rule, in one language. */
export function reportRule(rule: Rule, language: Language): RulesReport['rules'][number] {
  const { text, good, bad } = rule.documentation;
  return {
    id: rule.id,
    severity: rule.defaultSeverity,
    runs: whenItRuns(rule),
    documentation: text[language],
    good,
    bad,
  };
}

/** When a rule runs if no setting gives it a severity. */
export function whenItRuns({ deep, offByDefault }: Rule): 'always' | 'deep' | 'on-request' {
  if (offByDefault === true) return 'on-request';
  return deep === true ? 'deep' : 'always';
}
