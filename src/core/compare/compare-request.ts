import * as v from 'valibot';

/** What the comparing process is started with: `python -m tuning_fork compare --request FILE`. Paths are absolute. */
export const compareRequest = v.object({
  version: v.literal(1),
  /** Folder that the recipe's relative paths belong to; the process runs in it. */
  folder: v.string(),
  /** Folder of comparison.json. */
  out: v.string(),
  run: v.nullable(v.string()),
  /** Recipe of the training: model, template, mask, max_length and seed come from it. Null: from the models alone. */
  recipe: v.nullable(v.string()),
  /** Model folder or Hub id; null: the base model of the adapter. */
  before: v.nullable(v.string()),
  /** Folder of an adapter or a model, or a Hub id. */
  after: v.string(),
  /** Names to show of the two models where they have better ones than their paths; null: the path's. */
  names: v.optional(v.object({ before: v.nullable(v.string()), after: v.nullable(v.string()) })),
  /** Held-out file; null: none is measured. */
  data: v.nullable(v.string()),
  /** Training files, to name held-out rows that they hold too. */
  trainingData: v.array(v.string()),
  /** Rows of `data` that are asked as prompts at most; losses are measured on `mostMeasured`. Rows come in the file's order. */
  mostAsked: v.number(),
  mostMeasured: v.number(),
  /** The user's own prompts. */
  prompts: v.array(v.object({ messages: v.array(v.object({ role: v.string(), content: v.string() })) })),
  maxNewTokens: v.number(),
  seed: v.number(),
  /** Stay after the last answer and take `ask` lines from standard input until `finish` or its end. */
  stay: v.boolean(),
  /** comparison.json that the prompts are added to; nothing is measured again. */
  addTo: v.nullable(v.string()),
});
export type CompareRequest = v.InferOutput<typeof compareRequest>;
