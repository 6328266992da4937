import * as v from 'valibot';
import { conversionLoss, conversionTarget, dropReason } from './convert/example.ts';
import { describedFile } from './provenance.ts';

const rowNumber = v.number();
const writtenFile = v.object({ path: v.string(), rows: v.number() });
const input = v.object({ ...describedFile.entries, blankLines: v.number() });

/** What all commands that prepare say. Paths are as they were named; `notes` are sentences. */
const common = {
  version: v.literal(1),
  input,
  /** Rows that are no JSON. */
  unread: v.array(rowNumber),
  notes: v.array(v.string()),
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
  /** Rows that would have been held out if none hung together. */
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
