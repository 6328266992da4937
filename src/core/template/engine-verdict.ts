import * as v from 'valibot';
import { messageSchema } from '../text/message-schema.ts';
import { renderRequest } from './render-request.ts';

/** What renders besides our engine: @huggingface/jinja, as transformers.js does, and the transformers of the user's own Python. */
export const engineName = v.picklist(['transformers.js', 'transformers']);
export type EngineName = v.InferOutput<typeof engineName>;

/** How another engine's rendering of a request stands to ours. What was not asked, or gave no answer, is never identical. */
export const engineVerdict = v.variant('kind', [
  v.object({
    kind: v.literal('identical'),
    engine: engineName,
    /** The version that answered, such as `5.23.0`. */
    version: v.string(),
    /** Milliseconds since 1970. */
    checkedAt: v.number(),
  }),
  v.object({
    kind: v.literal('differs'),
    engine: engineName,
    version: v.string(),
    /** First character that differs, in UTF-16 units of both texts; 0 where one of the two refuses. */
    at: v.number(),
    /** 1-based line of the template that wrote the character, or that refused; null if it is not known. */
    templateLine: v.nullable(v.number()),
    /** The whole text, or the reason of the one that refuses. */
    ours: v.string(),
    theirs: v.string(),
    /** Which of the two refuses and has a reason in place of a text; null if both rendered. */
    refusing: v.nullable(v.picklist(['ours', 'theirs'])),
    /** What differs and whose fault it is. */
    message: messageSchema,
  }),
  v.object({
    kind: v.literal('not-checked'),
    engine: engineName,
    /** Why, and what to do. */
    message: messageSchema,
  }),
]);
export type EngineVerdict = v.InferOutput<typeof engineVerdict>;

/** What another engine made of a request: its text, or why it refuses, with the line of the template if it says one. */
export const engineRendering = v.variant('ok', [
  v.object({ ok: v.literal(true), text: v.string() }),
  v.object({ ok: v.literal(false), reason: v.string(), line: v.nullable(v.number()) }),
]);
export type EngineRendering = v.InferOutput<typeof engineRendering>;

/** transformers.js is asked by the worker itself; Python has answered already. */
export const engineQuestion = v.variant('engine', [
  v.object({ engine: v.literal('transformers.js'), request: renderRequest }),
  v.object({
    engine: v.literal('transformers'),
    request: renderRequest,
    version: v.string(),
    rendering: engineRendering,
  }),
]);
export type EngineQuestion = v.InferOutput<typeof engineQuestion>;
