import * as v from 'valibot';
import { finding } from '../findings/finding.ts';

/** What a held-out file has in common with those that are trained on. */
export const fileOverlap = v.object({
  /** The files that it was compared with, as they are shown; what could not be read is left out. */
  with: v.array(v.string()),
  /** Of the rule train-eval-overlap, one for each row. */
  findings: v.array(finding),
});
export type FileOverlap = v.InferOutput<typeof fileOverlap>;
