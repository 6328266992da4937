import type { SpokenPlan } from '../../core/recipe/plan.ts';

export type SpokenLine = SpokenPlan['lines'][number];

interface PlanGroups {
  /** What stands in the way or wants a decision before the start. */
  readonly before: readonly SpokenLine[];
  readonly willDo: readonly SpokenLine[];
}

/** Errors, and warnings that the product can do something about, come first. */
export function groupPlanLines(lines: readonly SpokenLine[]): PlanGroups {
  return {
    before: lines.filter((line) => comesFirst(line)),
    willDo: lines.filter((line) => !comesFirst(line)),
  };
}

function comesFirst(line: SpokenLine): boolean {
  return line.severity === 'error' || (line.severity === 'warning' && line.action !== null);
}

/**
 * Cuts a value into what is read first and the rest: the first sentence of an error, else the number (with its fraction
 * and thousands) that it begins with.
 */
export function leadOf(line: SpokenLine): { lead: string; rest: string } {
  const pattern = line.severity === 'error' ? /^.*?[.:;](?=\s|$)/ : /^[\d,]*\.?\d+(?![\w.])/;
  const lead = pattern.exec(line.value)?.[0] ?? '';
  return { lead, rest: line.value.slice(lead.length) };
}
