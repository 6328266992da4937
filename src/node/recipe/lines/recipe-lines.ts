import type { PlanLine } from '../../../core/recipe/plan.ts';
import { planLine } from '../../../core/recipe/plan-line.ts';
import type { RecipeFinding } from '../../../core/recipe/recipe.ts';

/** What the checks found, each a line of the plan: what stops the start comes first. */
export function recipeLines(findings: readonly RecipeFinding[]): PlanLine[] {
  const order = ['error', 'warning', 'info'];
  return findings
    .toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
    .map(({ id, args, severity, range }) =>
      planLine('recipe', {
        value: { id, args },
        how: { id: 'plan.how.line', args: { line: range.line } },
        severity,
        todo: severity === 'error' ? { id: 'plan.correct-recipe' } : null,
        action: severity === 'error' ? 'open-recipe' : null,
      }),
    );
}
