import { formatMessage } from '../text/format-message.ts';
import type { Language } from '../text/message.ts';
import type { Plan, SpokenPlan } from './plan.ts';

/** A plan in one language. */
export function speakPlan(plan: Plan, language: Language): SpokenPlan {
  return {
    version: 1,
    recipe: plan.recipe,
    command: [...plan.command],
    lines: plan.lines.map((line) => ({
      id: line.id,
      what: formatMessage(line.what, language),
      value: formatMessage(line.value, language),
      how: line.how === null ? null : formatMessage(line.how, language),
      severity: line.severity,
      todo: line.todo === null ? null : formatMessage(line.todo, language),
      action: line.action,
    })),
    leaves: plan.leaves.map((each) => ({ ...each, what: formatMessage(each.what, language) })),
    ok: plan.ok,
  };
}
