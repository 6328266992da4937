import * as v from 'valibot';
import { messageSchema } from '../../text/message-schema.ts';
import { conversionTarget } from './convert/example.ts';
import { rowPreview } from './preview/row-preview.ts';
import { sampleAmount } from './sample-amount.ts';

/** Absolute. */
const filePath = v.string();
/** What columns are: a role of a turn, or the column of a format, as `readMapping` knows them. */
export const columnSettings = v.array(v.object({ column: v.string(), to: v.string() }));
export type ColumnSettings = v.InferOutput<typeof columnSettings>;

/** What every preparation is told. */
const common = {
  /** Of this program, for the note. */
  version: v.string(),
  /** Whether what is there may be written over. */
  force: v.boolean(),
};

/** The digest that the input had when its user was shown what would become of it: of another one nothing is written. */
const seen = { seen: v.nullable(v.string()) };

/** New dataset files, and how they are made. Where `output` is null it is only said what would become of the rows. */
export const preparation = v.variant('kind', [
  v.object({
    kind: v.literal('convert'),
    ...common,
    input: filePath,
    output: filePath,
    to: conversionTarget,
    map: columnSettings,
  }),
  v.object({
    kind: v.literal('dedupe'),
    ...common,
    ...seen,
    input: filePath,
    output: v.nullable(filePath),
    near: v.boolean(),
  }),
  v.object({
    kind: v.literal('split'),
    ...common,
    ...seen,
    input: filePath,
    output: v.nullable(v.object({ train: filePath, eval: filePath })),
    eval: v.number(),
    seed: v.number(),
    strata: v.nullable(v.string()),
  }),
  v.object({
    kind: v.literal('sample'),
    ...common,
    input: filePath,
    output: filePath,
    amount: sampleAmount,
    seed: v.number(),
  }),
  v.object({
    kind: v.literal('shuffle'),
    ...common,
    input: filePath,
    output: filePath,
    seed: v.number(),
  }),
  v.object({
    kind: v.literal('merge'),
    ...common,
    inputs: v.array(filePath),
    output: filePath,
  }),
  v.object({
    kind: v.literal('exclude'),
    ...common,
    ...seen,
    input: filePath,
    output: v.nullable(filePath),
    rules: v.array(v.string()),
    /** Folder up to which recipes are looked for, absolute; the input's own if absent. */
    root: v.optional(filePath),
  }),
]);
export type Preparation = v.InferOutput<typeof preparation>;
export type PreparationOf<K extends Preparation['kind']> = Extract<Preparation, { kind: K }>;

const said = {
  /** One sentence. Its paths are absolute. */
  summary: messageSchema,
  /** What else is to be known. */
  notes: v.array(messageSchema),
};

/** How a preparation ended. */
export const prepared = v.variant('kind', [
  v.object({ kind: v.literal('written'), ...said, files: v.array(filePath) }),
  /** Nothing was written: this is what would be. */
  v.object({
    kind: v.literal('found'),
    ...said,
    /** Of the input. */
    sha256: v.string(),
    /** Whether a new file would differ from the input. */
    changes: v.boolean(),
    /** The first of the rows that would go. */
    rows: v.array(rowPreview),
  }),
  v.object({ kind: v.literal('refused'), message: messageSchema }),
  /** Given up; nothing was written. */
  v.object({ kind: v.literal('stopped') }),
]);
export type Prepared = v.InferOutput<typeof prepared>;

/** How far a preparation is, in bytes of what it does now. */
export const preparingProgress = v.object({
  phase: v.picklist(['read', 'linted', 'written']),
  done: v.number(),
  total: v.number(),
});
export type PreparingProgress = v.InferOutput<typeof preparingProgress>;
