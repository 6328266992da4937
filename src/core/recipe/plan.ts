import * as v from 'valibot';
import type { Message } from '../text/message.ts';

export const planSeverity = v.picklist(['ok', 'info', 'warning', 'error']);
export type PlanSeverity = v.InferOutput<typeof planSeverity>;

/** What the product itself can do about a line; null where the cure is the user's to take. */
export const planAction = v.picklist([
  'set-up-python',
  'install-packages',
  'set-up-model',
  'select-interpreter',
  'open-recipe',
  'sign-in',
  'choose-hardware',
]);
export type PlanAction = v.InferOutput<typeof planAction>;

/** One line of a plan, as data: what · value · how it is known · what to do about it. */
export interface PlanLine {
  readonly id: string;
  readonly what: Message;
  readonly value: Message;
  readonly how: Message | null;
  readonly severity: PlanSeverity;
  readonly todo: Message | null;
  readonly action: PlanAction | null;
}

/** Something that would leave this computer, as data. Sizes that are not known before the run are 0. */
export interface PlannedLeaving {
  readonly what: Message;
  readonly bytes: number;
  readonly where: string;
  readonly private: boolean;
}

/** The same in one language. */
export const leaving = v.object({
  what: v.string(),
  bytes: v.number(),
  where: v.string(),
  private: v.boolean(),
});
export type Leaving = v.InferOutput<typeof leaving>;

/** What a recipe would do here, before anything is started. */
export interface Plan {
  /** Path of the recipe as it was given. */
  readonly recipe: string;
  readonly command: readonly string[];
  readonly lines: readonly PlanLine[];
  readonly leaves: readonly PlannedLeaving[];
  /** No line is an error: the run can be started. */
  readonly ok: boolean;
}

/** A plan in one language: `plan --format json` and the Plan screen. */
export const spokenPlan = v.object({
  version: v.literal(1),
  recipe: v.string(),
  command: v.array(v.string()),
  lines: v.array(
    v.object({
      id: v.string(),
      what: v.string(),
      value: v.string(),
      how: v.nullable(v.string()),
      severity: planSeverity,
      todo: v.nullable(v.string()),
      action: v.nullable(planAction),
    }),
  ),
  leaves: v.array(leaving),
  ok: v.boolean(),
});
export type SpokenPlan = v.InferOutput<typeof spokenPlan>;
