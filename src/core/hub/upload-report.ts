import * as v from 'valibot';

/** `upload --format json`: what would leave, or has left. */
export const uploadReport = v.object({
  version: v.literal(1),
  run: v.string(),
  /** `namespace/name`. */
  repository: v.string(),
  url: v.string(),
  private: v.boolean(),
  /** The repository was made for this upload; null in a dry run, which asks nobody. */
  created: v.nullable(v.boolean()),
  baseModel: v.nullable(v.string()),
  files: v.array(v.object({ path: v.string(), bytes: v.number() })),
  bytes: v.number(),
  /** Null in a dry run. */
  commit: v.nullable(v.string()),
  notes: v.array(v.string()),
});
export type UploadReport = v.InferOutput<typeof uploadReport>;
