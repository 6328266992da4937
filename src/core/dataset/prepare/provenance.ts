import * as v from 'valibot';
import { conversionTarget } from './convert/example.ts';
import { sampleAmount } from './sample-amount.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A file as it was: its path from the folder of the note, with `/`. */
export const describedFile = v.object({
  path: v.string(),
  bytes: count,
  /** Hexadecimal digest of its bytes. */
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  rows: count,
});
export type DescribedFile = v.InferOutput<typeof describedFile>;

/** What was done, with every option that decides the result. */
const preparingStep = v.variant('step', [
  v.object({
    step: v.literal('convert'),
    to: conversionTarget,
    /** What the columns were said to be, in the order of turns. */
    map: v.array(v.object({ column: v.string(), to: v.string() })),
  }),
  v.object({ step: v.literal('dedupe'), near: v.boolean() }),
  v.object({
    step: v.literal('split'),
    eval: v.number(),
    seed: v.number(),
    strata: v.nullable(v.string()),
    /** Which of the two files this is. */
    side: v.picklist(['train', 'eval']),
  }),
  v.object({ step: v.literal('sample'), amount: sampleAmount, seed: v.number() }),
  v.object({ step: v.literal('shuffle'), seed: v.number() }),
  /** The rows of the inputs one after another. */
  v.object({ step: v.literal('merge') }),
  v.object({ step: v.literal('exclude'), rules: v.array(v.string()) }),
]);

/**
 * Rows that did not come into the new file, or lost something on the way: the id of a rule, a reason or a loss of `convert`, `other-side`,
 * `not-sampled`, or `bytes-as-text`.
 */
const happening = v.object({ what: v.string(), rows: count });

/** The note beside a prepared file, `train.provenance` beside `train.jsonl`: what it was made from, and how. The same input gives the same note. */
export const provenance = v.object({
  version: v.literal(1),
  program: v.object({ name: v.literal('tuning-fork'), version: v.string() }),
  inputs: v.array(describedFile),
  steps: v.array(preparingStep),
  output: describedFile,
  rows: v.object({ in: count, out: count, dropped: v.array(happening), lost: v.array(happening) }),
});
export type Provenance = v.InferOutput<typeof provenance>;
