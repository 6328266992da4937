import * as v from 'valibot';
import { answer, askedPrompt, comparison, referenceLoss, side } from './comparison.ts';

/** The stretches of a comparison. `waiting`: all is answered and the model stays loaded for more prompts. */
export const comparePhase = v.picklist(['loading', 'measuring', 'answering', 'waiting']);
export type ComparePhase = v.InferOutput<typeof comparePhase>;

/** One line of the comparing process's standard output (python/tuning_fork/compare). */
export const compareEvent = v.variant('type', [
  v.object({
    type: v.literal('phase'),
    name: comparePhase,
    done: v.optional(v.number()),
    total: v.optional(v.number()),
  }),
  /** All that is known before the first answer: models, template, prompts. Comes again, whole, when it is saved. */
  v.object({ type: v.literal('comparison'), comparison }),
  v.object({ type: v.literal('prompt'), prompt: askedPrompt }),
  v.object({ type: v.literal('loss'), index: v.number(), loss: referenceLoss }),
  /** More text of an answer. */
  v.object({ type: v.literal('delta'), index: v.number(), side, text: v.string() }),
  v.object({ type: v.literal('answer'), index: v.number(), side, answer }),
  v.object({ type: v.literal('saved'), path: v.string() }),
  /** The comparison cannot be made or go on: one of a few causes and one sentence (as `ended` of a run has them). */
  v.object({ type: v.literal('failed'), cause: v.string(), message: v.string() }),
]);
export type CompareEvent = v.InferOutput<typeof compareEvent>;

/** One line of its standard input: another prompt, or the end of them. */
export const compareInput = v.variant('type', [
  v.object({
    type: v.literal('ask'),
    messages: v.array(v.object({ role: v.string(), content: v.string() })),
  }),
  v.object({ type: v.literal('finish') }),
]);
export type CompareInput = v.InferOutput<typeof compareInput>;
