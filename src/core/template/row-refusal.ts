import * as v from 'valibot';
import { renderError } from './render-request.ts';

/** Rows that a template is tried on, as they stand in the file. */
export const refusalRequest = v.object({
  rows: v.array(v.object({ text: v.string(), row: v.number() })),
  template: v.string(),
  specialTokens: v.record(v.string(), v.string()),
  now: v.string(),
});
export type RefusalRequest = v.InferOutput<typeof refusalRequest>;

/** A template's refusal of a row, and the characters of the row that it is about: UTF-16 indices into its text, end exclusive. */
export const rowRefusal = v.object({ error: renderError, start: v.number(), end: v.number() });
export type RowRefusal = v.InferOutput<typeof rowRefusal>;

/** The refusal of each row, in order; null where the row is rendered or is no conversation. */
export const rowRefusals = v.array(v.nullable(rowRefusal));
