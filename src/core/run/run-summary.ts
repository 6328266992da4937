import * as v from 'valibot';
import { metric } from './run-event.ts';

/** `lost` is never written: it is what a reader concludes where there is no `ended` and no process. */
export const runState = v.picklist(['running', 'completed', 'failed', 'stopped', 'lost']);
export type RunState = v.InferOutput<typeof runState>;

/** One run as `runs list|show --format json` prints it. */
export const runSummary = v.object({
  id: v.string(),
  name: v.string(),
  launcher: v.picklist(['local', 'jobs']),
  state: runState,
  step: v.nullable(v.number()),
  maxSteps: v.nullable(v.number()),
  /** Newest training loss; NaN and infinities are strings in JSON, as in events.jsonl. */
  loss: v.nullable(metric),
  evalLoss: v.nullable(metric),
  cause: v.nullable(v.string()),
  message: v.nullable(v.string()),
  outputDir: v.string(),
  createdAt: v.string(),
  endedAt: v.nullable(v.string()),
});
export type RunSummary = v.InferOutput<typeof runSummary>;

/** The document of `runs list|show`, `runs stop` and `train` with `--format json`. */
export const runList = v.object({ version: v.literal(1), runs: v.array(runSummary) });
export type RunList = v.InferOutput<typeof runList>;
