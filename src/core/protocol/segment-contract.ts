import * as v from 'valibot';
import { ruleSettings } from '../dataset/rule-settings.ts';
import { sentSegment } from '../dataset/segments/linted-segment.ts';
import type { Calls } from './channel.ts';

/** What a thread does that helps to lint one file. */
export const segmentCalls = {
  /** Tells it which file that is, before all else. */
  takeFile: {
    arg: v.object({
      path: v.string(),
      rules: v.optional(ruleSettings),
      /** Ids of the only rules to run; all of them if absent. */
      only: v.optional(v.array(v.string())),
      /** The slow rules too. */
      deep: v.optional(v.boolean()),
      /** Of rows of which tuning-fork.yaml speaks. */
      digests: v.array(v.string()),
    }),
    result: v.undefined(),
  },
  /** Looks at the lines that lie between two bytes. */
  lintSegment: {
    arg: v.object({
      start: v.number(),
      end: v.number(),
      /** Findings that are listed; those beyond are counted. */
      mostListed: v.number(),
    }),
    result: sentSegment,
  },
} satisfies Calls;

/** Such a thread tells its owner nothing unasked. */
export const segmentOwnerCalls = {} satisfies Calls;
