import * as v from 'valibot';

/** What decides which tokens of a row are trained: of the recipe and of its model. */
export const trainingSettings = v.object({
  /** Chat templates by name; `tool_use` is taken for rows with tools. */
  templates: v.record(v.string(), v.string()),
  specialTokens: v.record(v.string(), v.string()),
  /** Local wall time that templates see. */
  now: v.string(),
  /** `assistant_only_loss` */
  answersOnly: v.boolean(),
  /** `completion_only_loss`; null: the first row decides. */
  completionOnly: v.nullable(v.boolean()),
  /** Tokens; null: nothing is cut. */
  maxLength: v.nullable(v.number()),
  /** `truncation_mode: keep_end` */
  keepsEnd: v.boolean(),
  packing: v.boolean(),
  textField: v.string(),
  /** The only columns that are read; null: all. */
  columns: v.nullable(v.array(v.string())),
});
export type TrainingSettings = v.InferOutput<typeof trainingSettings>;
