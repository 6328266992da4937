import * as v from 'valibot';
import { messageSchema } from '../../../text/message-schema.ts';

/** A row as it is, beside what becomes of it, as `shownRow` shows rows. */
export const rowPreview = v.object({
  row: v.number(),
  before: v.nullable(v.string()),
  /** The rows that it becomes, or the one that stays in its place. */
  after: v.array(v.nullable(v.string())),
  /** Why it goes, or what it loses. */
  notes: v.array(messageSchema),
});
export type RowPreview = v.InferOutput<typeof rowPreview>;

/** What becomes of the first rows of a file. */
export const conversionPreview = v.object({
  rows: v.array(rowPreview),
  /** How many of them are left out because nobody knows what their columns are. */
  unknown: v.number(),
});
export type ConversionPreview = v.InferOutput<typeof conversionPreview>;

/** A column of a file, with the first value that says something. */
export const sourceColumn = v.object({ name: v.string(), example: v.string() });
export type SourceColumn = v.InferOutput<typeof sourceColumn>;

/** What was read of the first rows, or why nothing was. */
export function readOrRefused<S extends v.GenericSchema>(value: S) {
  return v.variant('kind', [
    v.object({ kind: v.literal('read'), value }),
    v.object({ kind: v.literal('refused'), message: messageSchema }),
  ]);
}
