import * as v from 'valibot';
import { metric } from '../run/run-event.ts';

const message = v.object({ role: v.string(), content: v.string() });
export type ComparedMessage = v.InferOutput<typeof message>;

/** Which of the two models: without and with what training made. */
export const side = v.picklist(['before', 'after']);
export type ComparedSide = v.InferOutput<typeof side>;

/** What one model wrote. `ended`: it wrote a stop token by itself and was not cut at the limit. */
export const answer = v.object({ text: v.string(), tokens: v.number(), ended: v.boolean() });
export type ComparedAnswer = v.InferOutput<typeof answer>;

/** A question as both models get it. */
export const askedPrompt = v.object({
  /** From 0, in the order of asking. */
  index: v.number(),
  source: v.picklist(['held-out', 'own']),
  /** 1-based row of the data file; null for the user's own prompts. */
  row: v.nullable(v.number()),
  /** All turns before the answer. */
  messages: v.array(message),
  /** The answer that the row holds; null for the user's own prompts. */
  reference: v.nullable(v.string()),
});

/** Loss of the reference answer's trained tokens in nats, before and after: the same labels for both. */
export const referenceLoss = v.object({
  before: metric,
  after: metric,
  /** Each trained token: its text, its loss before, its loss after. The losses above are their means. */
  tokens: v.array(v.tuple([v.string(), metric, metric])),
});
export type ReferenceLoss = v.InferOutput<typeof referenceLoss>;

/** A question with what is known of it so far: null is not there yet, or there is no reference. */
const comparedPrompt = v.object({
  ...askedPrompt.entries,
  before: v.nullable(answer),
  after: v.nullable(answer),
  loss: v.nullable(referenceLoss),
});
export type ComparedPrompt = v.InferOutput<typeof comparedPrompt>;

/** Held-out loss over all trained tokens of all measured rows, weighted by token. */
const heldOutLoss = v.object({
  before: metric,
  after: metric,
  rows: v.number(),
  tokens: v.number(),
  /** 95 % interval of after − before, by resampling rows with the comparison's seed; null below 2 rows. */
  interval: v.nullable(v.tuple([metric, metric])),
});

/** What is compared. `adapter` is switched off for "before", so that one model is in memory; null: two models, one after the other. */
const comparedModel = v.object({ name: v.string(), path: v.string() });

/**
 * comparison.json: a comparison of a model before and after training, readable on its own. Replaced by write-and-rename after
 * each prompt, so that a cancelled one keeps what it has. Unknown fields are ignored.
 */
export const comparison = v.object({
  version: v.literal(1),
  createdAt: v.string(),
  /** Everything that was asked for is there. */
  complete: v.boolean(),
  /** Id of the run whose result is compared. */
  run: v.nullable(v.string()),
  before: comparedModel,
  after: comparedModel,
  /** Whether "after" is an adapter, and the mean change of the probability of a reference token (0 = adapter without effect). */
  adapter: v.nullable(v.object({ parameters: v.number(), probabilityShift: v.nullable(metric) })),
  /**
   * Mixed precision that the recipe trains in on a GPU, where none was there and all was computed in fp32; absent where the
   * comparison computed as training does.
   */
  recipePrecision: v.optional(v.picklist(['bf16', 'fp16'])),
  /** Template and stop rule are those of training. */
  template: v.object({ sha256: v.nullable(v.string()), from: v.string() }),
  generation: v.object({ seed: v.number(), maxNewTokens: v.number(), stopTokens: v.array(v.string()) }),
  /** The held-out file; `alsoTrained` lists its rows that the training data hold too, `dropped` those without a trained token, which TRL drops. */
  data: v.nullable(
    v.object({
      path: v.string(),
      sha256: v.string(),
      rows: v.number(),
      alsoTrained: v.array(v.number()),
      dropped: v.optional(v.array(v.number())),
    }),
  ),
  loss: v.nullable(heldOutLoss),
  prompts: v.array(comparedPrompt),
  versions: v.record(v.string(), v.string()),
  /** Seconds of the whole comparison, loading included. */
  seconds: v.number(),
});
export type Comparison = v.InferOutput<typeof comparison>;
