import { countSteps } from '../../../core/recipe/count-steps.ts';
import { lossTarget, type LossTarget } from '../../../core/recipe/loss-target.ts';
import type { PlanLine } from '../../../core/recipe/plan.ts';
import { planLine } from '../../../core/recipe/plan-line.ts';
import type { RecipeSettings } from '../../../core/recipe/recipe.ts';
import type { ReadPart } from '../read-data.ts';

/** Steps, what carries loss, and what was not measured. */
export function trainingLines(settings: RecipeSettings, train: ReadPart): PlanLine[] {
  const columns = train.files[0]?.columns ?? null;
  const target = lossTarget(settings, columns);
  // Rows without a trained token are dropped only where rows are cut (trl 1.16 sft_trainer.py:1452).
  const everyRowStays = target.kind === 'every-token' || settings.max_length === null || settings.packing;
  return [
    stepsLine(settings, train.rows, everyRowStays),
    lossLine(target),
    planLine('time', { value: { id: 'plan.not-measured' }, severity: 'info' }),
    planLine('memory', { value: { id: 'plan.not-measured' }, severity: 'info' }),
  ];
}

function stepsLine(settings: RecipeSettings, rows: number | null, exact: boolean): PlanLine {
  const count = countSteps(settings, rows, exact);
  const batch = settings.per_device_train_batch_size;
  const accumulation = settings.gradient_accumulation_steps;
  switch (count.kind) {
    case 'fixed':
      return planLine('steps', {
        value: { id: 'plan.steps.fixed', args: { steps: count.steps } },
        how: { id: 'plan.steps.from-max-steps', args: { rowsPerStep: batch * accumulation } },
      });
    case 'computed': {
      const { steps, perEpoch, rowsPerStep } = count;
      const args = { steps, perEpoch, rowsPerStep, epochs: settings.num_train_epochs };
      return planLine('steps', {
        value: { id: count.exact ? 'plan.steps.exact' : 'plan.steps.about', args },
        how: {
          id: count.exact ? 'plan.steps.computed' : 'plan.steps.may-drop',
          args: { batch, accumulation },
        },
      });
    }
    case 'unknown':
      return planLine('steps', {
        value: { id: 'plan.steps.unknown' },
        how: { id: `plan.steps.why-${count.why}` },
        severity: 'info',
      });
  }
}

function lossLine(target: LossTarget): PlanLine {
  const how =
    target.key === null ? { id: 'plan.loss.by-row' } : { id: 'plan.loss.by-key', args: { key: target.key } };
  const value = { id: `plan.loss.${target.kind}` };
  if (target.kind !== 'every-token' || !target.conversational) return planLine('loss', { value, how });
  return planLine('loss', { value, how, severity: 'info', todo: { id: 'plan.loss.use-answers' } });
}
