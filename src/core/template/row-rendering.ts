import * as v from 'valibot';
import { messageSchema } from '../text/message-schema.ts';
import { renderError } from './render-request.ts';

/** A row to be rendered: its JSON text as it stands in the file, with the template and what the template sees besides. */
export const rowRequest = v.object({
  rowText: v.string(),
  row: v.number(),
  template: v.string(),
  specialTokens: v.record(v.string(), v.string()),
  now: v.string(),
  /** Folder of the tokenizer that tokens are counted with; null: they are not counted. */
  tokenizer: v.nullable(v.string()),
});
export type RowRequest = v.InferOutput<typeof rowRequest>;

/** What a template makes of a row. `tokens` is null where there is no tokenizer to count with. */
export const rowRendering = v.variant('kind', [
  v.object({
    kind: v.literal('rendered'),
    text: v.string(),
    /** `{% generation %}` spans in Unicode code points, end exclusive. */
    spans: v.array(v.tuple([v.number(), v.number()])),
    tokens: v.nullable(v.number()),
  }),
  v.object({ kind: v.literal('refused'), error: renderError }),
  /** The row is no conversation, so there is nothing for a template. */
  v.object({
    kind: v.literal('no-conversation'),
    message: messageSchema,
  }),
]);
export type RowRendering = v.InferOutput<typeof rowRendering>;
