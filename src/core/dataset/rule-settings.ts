import * as v from 'valibot';
import { severity } from './findings/finding.ts';

/** Rule id → severity or `off`; a rule that is not named has its default. */
export const ruleSettings = v.record(v.string(), v.union([severity, v.literal('off')]));
export type RuleSettings = v.InferOutput<typeof ruleSettings>;
