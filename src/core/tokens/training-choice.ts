import * as v from 'valibot';
import { trainingSettings } from './training-settings.ts';

/** A recipe with all that is needed to count what it would train on. */
export const trainingChoice = v.object({
  /** As it is named. */
  recipe: v.string(),
  /** What the recipe uses the file for. */
  use: v.picklist(['train', 'test']),
  /** The template as it is shown; null where there is none. */
  template: v.nullable(v.string()),
  /** Folder of the tokenizer. */
  tokenizer: v.string(),
  settings: trainingSettings,
});
export type TrainingChoice = v.InferOutput<typeof trainingChoice>;
