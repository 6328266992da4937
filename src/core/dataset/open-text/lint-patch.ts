import * as v from 'valibot';
import { finding, ignoredFinding, rowSummary } from '../findings/finding.ts';

/** What is found in lines that took the place of others; rows and places are those of the whole file, which has the same format still. */
export const lintPatch = v.object({
  /** Lines before them. */
  from: v.number(),
  removed: v.number(),
  added: v.number(),
  /** By how many rows and bytes the file has grown. */
  rows: v.number(),
  bytes: v.number(),
  findings: v.array(finding),
  ignored: v.array(ignoredFinding),
  summaries: v.array(rowSummary),
  /** What these rules, which compare rows, now say of these rows, some of them in other lines: it replaces what they said before. */
  compared: v.object({
    rows: v.array(v.number()),
    rules: v.array(v.string()),
    findings: v.array(finding),
    ignored: v.array(ignoredFinding),
  }),
});
export type LintPatch = v.InferOutput<typeof lintPatch>;
