import * as v from 'valibot';
import { finding, ignoredFinding, rowSummary } from '../finding.ts';

/** What rules that look at rows alone find in lines that took the place of others; rows and places are those of the whole file. */
export const lintPatch = v.object({
  /** Lines before them. */
  from: v.number(),
  removed: v.number(),
  added: v.number(),
  /** By how many rows and bytes the file has grown. */
  rows: v.number(),
  bytes: v.number(),
  findings: v.array(finding),
  ignored: v.optional(v.array(ignoredFinding)),
  summaries: v.array(rowSummary),
});
export type LintPatch = v.InferOutput<typeof lintPatch>;
