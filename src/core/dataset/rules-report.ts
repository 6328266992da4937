import * as v from 'valibot';
import type { Language } from '../text/message.ts';
import { severity } from './finding.ts';
import type { Rule } from './rule.ts';

const reportedRule = v.object({
  id: v.string(),
  /** The severity that it has unless a setting says otherwise. */
  severity,
  documentation: v.string(),
  /** A row, or lines, that the rule accepts, and one that it names. */
  good: v.string(),
  bad: v.string(),
});

/** `rules --format json`. */
export const rulesReport = v.object({ version: v.literal(1), rules: v.array(reportedRule) });
export type RulesReport = v.InferOutput<typeof rulesReport>;

export function reportRule({ id, defaultSeverity, documentation }: Rule, language: Language) {
  const { text, good, bad } = documentation;
  return { id, severity: defaultSeverity, documentation: text[language], good, bad };
}
