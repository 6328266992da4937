import type { Language } from '../text/message.ts';
import { ruleById } from './rule-set.ts';

/** The documentation of these rules, for code that shows findings without having the rules at hand. */
export function ruleTexts(ids: readonly string[]): Record<string, Readonly<Record<Language, string>>> {
  const texts: Record<string, Readonly<Record<Language, string>>> = {};
  for (const id of ids) {
    const rule = ruleById(id);
    if (rule !== undefined) texts[id] = rule.documentation.text;
  }
  return texts;
}
