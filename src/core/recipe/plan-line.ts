import type { Message } from '../text/message.ts';
import type { PlanLine } from './plan.ts';

/** The parts of a line that are there; `what` is the word of its id. */
export interface PlanLineParts {
  readonly value: Message;
  readonly how?: Message | null;
  readonly severity?: PlanLine['severity'];
  readonly todo?: Message | null;
  readonly action?: PlanLine['action'];
}

/** A line of a plan; what is not given is nothing, and the severity is ok. */
export function planLine(id: string, parts: PlanLineParts): PlanLine {
  const { value, how = null, severity = 'ok', todo = null, action = null } = parts;
  return { id, what: { id: `plan.what.${id}` }, value, how, severity, todo, action };
}

const units = ['', 'k', 'M', 'B', 'T'];

/** 134515008 → `135M`, as model names say it. */
export function countText(count: number): string {
  let rest = count;
  let unit = 0;
  while (rest >= 999.5 && unit < units.length - 1) {
    rest /= 1000;
    unit += 1;
  }
  const digits = unit > 0 && rest < 99.95 ? 1 : 0;
  return `${rest.toFixed(digits).replace(/\.0$/, '')}${units[unit] ?? ''}`;
}
