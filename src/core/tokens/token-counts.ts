import * as v from 'valibot';

/** Rows whose tokens are to be counted, as they stand in the file, with all that rendering needs. */
export const tokenCountRequest = v.object({
  rows: v.array(v.object({ text: v.string(), row: v.number() })),
  template: v.string(),
  specialTokens: v.record(v.string(), v.string()),
  now: v.string(),
  /** Folder of the tokenizer. */
  tokenizer: v.string(),
});
export type TokenCountRequest = v.InferOutput<typeof tokenCountRequest>;

/** Tokens of each row, in order; null where the template refuses it, or there is no tokenizer: nothing is guessed. */
export const tokenCounts = v.array(v.nullable(v.number()));
