import * as v from 'valibot';
import { conversionLoss, conversionTarget, dropReason } from './convert/example.ts';
import { describedFile } from './provenance.ts';
import { sampleAmount } from './sample-amount.ts';

const rowNumber = v.number();
const writtenFile = v.object({ path: v.string(), rows: v.number() });
const input = v.object({ ...describedFile.entries, blankLines: v.number() });

/** What all commands that prepare say. Paths are as they were named; `notes` are sentences. */
const copying = { version: v.literal(1), notes: v.array(v.string()) };

/** What those say that read into the rows of one file. */
const common = {
  ...copying,
  input,
  /** Rows that are no JSON. */
  unread: v.array(rowNumber),
};

/** `dedupe --format json`. `output` is null after `--dry-run`. */
export const dedupeReport = v.object({
  ...common,
  output: v.nullable(writtenFile),
  /** Rows that went, and the row that stays for each. */
  dropped: v.array(v.object({ row: rowNumber, equals: rowNumber, why: v.picklist(['exact', 'near']) })),
});
export type DedupeReport = v.InferOutput<typeof dedupeReport>;

/** `split --format json`. */
export const splitReport = v.object({
  ...common,
  /** As asked for. */
  eval: v.number(),
  seed: v.number(),
  strata: v.nullable(v.string()),
  outputs: v.object({ train: writtenFile, eval: writtenFile }),
  /** Rows that would have been held out if each were a group of its own. */
  asked: v.number(),
  groups: v.number(),
  largestGroup: v.number(),
  /** Rows and held-out rows of each value of the column; null: rows without it. */
  counts: v.array(v.object({ value: v.nullable(v.string()), rows: v.number(), eval: v.number() })),
});
export type SplitReport = v.InferOutput<typeof splitReport>;

/** `convert --format json`. */
export const convertReport = v.object({
  ...common,
  to: conversionTarget,
  output: writtenFile,
  /** Rows that had the format already and keep their bytes, and rows that were written anew. */
  unchanged: v.number(),
  converted: v.number(),
  /** What rows lost, with how many and a sentence. */
  losses: v.array(v.object({ what: conversionLoss, rows: v.number(), message: v.string() })),
  /** Rows that are not in the new file, and why in words. */
  dropped: v.array(v.object({ row: rowNumber, why: dropReason })),
  reasons: v.array(v.object({ why: dropReason, rows: v.number(), message: v.string() })),
});
export type ConvertReport = v.InferOutput<typeof convertReport>;

/** `sample --format json`. */
export const sampleReport = v.object({
  ...copying,
  input,
  /** As asked for. */
  amount: sampleAmount,
  seed: v.number(),
  output: writtenFile,
});
export type SampleReport = v.InferOutput<typeof sampleReport>;

/** `shuffle --format json`. */
export const shuffleReport = v.object({ ...copying, input, seed: v.number(), output: writtenFile });
export type ShuffleReport = v.InferOutput<typeof shuffleReport>;

/** `merge --format json`. `inputs` are in the order of their rows. */
export const mergeReport = v.object({ ...copying, inputs: v.array(input), output: writtenFile });
export type MergeReport = v.InferOutput<typeof mergeReport>;

/** `exclude --format json`. `output` is null after `--dry-run`. */
export const excludeReport = v.object({
  ...copying,
  input,
  /** Ids, as asked for. */
  rules: v.array(v.string()),
  output: v.nullable(writtenFile),
  /** Rows that went, and the rules that named each. */
  dropped: v.array(v.object({ row: rowNumber, rules: v.array(v.string()) })),
});
export type ExcludeReport = v.InferOutput<typeof excludeReport>;
