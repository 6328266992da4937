import * as v from 'valibot';
import { messageSchema } from '../text/message-schema.ts';

/**
 * What `apply_chat_template` is called with. The conversation, tools, documents and kwargs come as JSON
 * text, because numbers must be read as Python reads them: `1.0` is a float and an integer may be of every size.
 */
export const renderRequest = v.object({
  template: v.string(),
  /** JSON text of an object with `messages` and, optionally, `tools`, `documents` and `kwargs`. */
  data: v.string(),
  addGenerationPrompt: v.optional(v.boolean()),
  continueFinalMessage: v.optional(v.union([v.boolean(), v.string()])),
  /** Special tokens by variable name (`bos_token`, …); those absent are undefined in the template. */
  specialTokens: v.optional(v.record(v.string(), v.string())),
  /** Local wall time that `strftime_now` sees, such as `2026-11-24T09:30:00`. */
  now: v.string(),
});
export type RenderRequest = v.InferOutput<typeof renderRequest>;

export const renderError = v.object({
  message: v.string(),
  /** 1-based line and column of the template, where known. */
  line: v.optional(v.number()),
  column: v.optional(v.number()),
  messageIndex: v.optional(v.number()),
  /** The message of the catalogue if the sentence is ours: limits, and what the engine does not know yet. */
  detail: v.optional(messageSchema),
});
export type RenderError = v.InferOutput<typeof renderError>;

/** `spans`: the `{% generation %}` spans in Unicode code points, end exclusive; null with a continued final message. */
export const renderResult = v.variant('ok', [
  v.object({
    ok: v.literal(true),
    text: v.string(),
    spans: v.nullable(v.array(v.tuple([v.number(), v.number()]))),
  }),
  v.object({ ok: v.literal(false), error: renderError }),
]);
export type RenderResult = v.InferOutput<typeof renderResult>;
