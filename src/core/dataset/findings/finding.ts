import * as v from 'valibot';
import { messageSchema } from '../../text/message-schema.ts';
import { fix } from './fix.ts';

export const severity = v.picklist(['error', 'warning', 'info']);
export type Severity = v.InferOutput<typeof severity>;

/**
 * What a rule found. Rows and lines are 1-based (row 0: the file as a whole), columns are 1-based UTF-16 units and column 1
 * follows a byte order mark; `start` and `end` are UTF-8 byte offsets in the file, the mark included. A finding in a file
 * without lines (CSV, Parquet) has row and pointer alone.
 */
export const finding = v.object({
  rule: v.string(),
  severity,
  row: v.number(),
  line: v.optional(v.number()),
  column: v.optional(v.number()),
  endLine: v.optional(v.number()),
  endColumn: v.optional(v.number()),
  start: v.optional(v.number()),
  end: v.optional(v.number()),
  /** JSON pointer (RFC 6901) of the value within the row. */
  pointer: v.optional(v.string()),
  message: messageSchema,
  /** Rows that this one equals or contradicts; those of another file with its path. */
  related: v.optional(v.array(v.object({ path: v.optional(v.string()), row: v.number() }))),
  fix: v.optional(fix),
});
export type Finding = v.InferOutput<typeof finding>;

/** What one row is, for the label in front of it. `line` is where the row starts, 1-based. */
export const rowSummary = v.object({
  row: v.number(),
  line: v.number(),
  /** Number of turns; null if the row is no conversation. */
  turns: v.nullable(v.number()),
  worst: v.nullable(severity),
});
export type RowSummary = v.InferOutput<typeof rowSummary>;

export const datasetFormat = v.picklist([
  'messages',
  'sharegpt',
  'prompt-completion',
  'text',
  'alpaca',
  'preference',
  'kto',
  'tool-calling',
  'unknown',
]);
export type DatasetFormat = v.InferOutput<typeof datasetFormat>;

/** A finding that tuning-fork.yaml says is known: which entries say so, and the reason that the first of them gives. */
export const ignoredFinding = v.object({
  rule: v.string(),
  row: v.number(),
  reason: v.string(),
  entries: v.array(v.number()),
});
export type IgnoredFinding = v.InferOutput<typeof ignoredFinding>;

/** Findings of a rule that are counted but not listed (`FindingList`). */
export const unlistedFindings = v.object({ rule: v.string(), severity, count: v.number() });
export type UnlistedFindings = v.InferOutput<typeof unlistedFindings>;

/** Such findings that an entry of tuning-fork.yaml for all of the file says are known. */
const unlistedIgnored = v.object({ ...v.omit(ignoredFinding, ['row']).entries, count: v.number() });
export type UnlistedIgnored = v.InferOutput<typeof unlistedIgnored>;

/** A whole file, linted. `rows` counts broken rows too, but not blank lines; `counts` has every finding by rule. */
export const lintedFile = v.object({
  path: v.string(),
  format: datasetFormat,
  rows: v.number(),
  bytes: v.number(),
  findings: v.array(finding),
  counts: v.record(v.string(), v.number()),
  /** Findings that are left out of `findings` and `counts`; absent if no finding is. */
  ignored: v.optional(v.array(ignoredFinding)),
  /** Findings that are in `counts` but were too many to be listed in `findings`, by rule; absent if all are listed. */
  unlisted: v.optional(v.array(unlistedFindings)),
  /** Ignored findings that were too many to be listed in `ignored`; absent if all are listed. */
  unlistedIgnored: v.optional(v.array(unlistedIgnored)),
  summaries: v.optional(v.array(rowSummary)),
  /** Its rows are elements of an array, which need not have a line each. */
  rowsAreElements: v.optional(v.literal(true)),
});
export type LintedFile = v.InferOutput<typeof lintedFile>;
