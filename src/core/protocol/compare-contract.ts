import * as v from 'valibot';
import { comparison, side } from '../compare/comparison.ts';
import { comparePhase } from '../compare/compare-event.ts';
import { language } from '../text/language.ts';

/** How far the comparing process is; null when none runs. */
const progress = v.nullable(
  v.object({ phase: comparePhase, done: v.nullable(v.number()), total: v.nullable(v.number()) }),
);

/** Text of answers that are being written now. */
const streaming = v.array(v.object({ index: v.number(), side, text: v.string() }));

/** A comparison on screen. `comparison` is null until the models are known; `restore` is the path of its comparison.json's folder. */
const comparisonView = v.object({
  kind: v.literal('comparison'),
  language,
  restore: v.string(),
  /** Name of the run, or of what is compared. */
  name: v.string(),
  comparison: v.nullable(comparison),
  progress,
  streaming,
  /** Why it stopped or could not be made, in one sentence. */
  fault: v.nullable(v.string()),
  /** Things worth knowing, each a sentence: rows that were trained on, an adapter without effect, equal answers. */
  notes: v.array(v.string()),
});
export type ComparisonView = v.InferOutput<typeof comparisonView>;

/** The panel cannot show what it was opened for: one sentence. */
const failedView = v.object({ kind: v.literal('failed'), language, sentence: v.string() });

export const comparePanelView = v.variant('kind', [comparisonView, failedView]);
export type ComparePanelView = v.InferOutput<typeof comparePanelView>;

/** What changes many times a second while answers are written, without all the rest. */
const comparisonUpdate = v.object({ progress, streaming });
export type ComparisonUpdate = v.InferOutput<typeof comparisonUpdate>;

export const comparePageCalls = {
  show: { arg: comparePanelView, result: v.undefined() },
  update: { arg: comparisonUpdate, result: v.undefined() },
} as const;

export const compareHostCalls = {
  ready: { arg: v.undefined(), result: comparePanelView },
  /** Asks both models a prompt of the user's. */
  ask: { arg: v.object({ text: v.string() }), result: v.undefined() },
  /** Ends the process; what is there stays. */
  cancel: { arg: v.undefined(), result: v.undefined() },
  /** Compares again with the same settings, into a new folder. */
  again: { arg: v.undefined(), result: v.undefined() },
  openRow: { arg: v.object({ row: v.number() }), result: v.undefined() },
  openFile: { arg: v.undefined(), result: v.undefined() },
} as const;
