import * as v from 'valibot';
import { messageSchema } from '../text/message-schema.ts';
import { ownedStretch } from './preview-stretches.ts';
import { previewSwitches } from './preview-switches.ts';
import { renderError } from './render-request.ts';
import { rowRequest } from './row-rendering.ts';
import { tracePiece } from './trace/trace-piece.ts';

/** A row to be shown: as to be rendered, with the switches, and whether its loss is taken on answers alone. */
export const previewRequest = v.object({
  ...rowRequest.entries,
  switches: previewSwitches,
  answersOnly: v.boolean(),
  /** Of a prompt with its completion the loss is taken on the completion alone. */
  completionOnly: v.boolean(),
});
export type PreviewRequest = v.InferOutput<typeof previewRequest>;

/** A flat list of UTF-16 offsets, `[start, end, …]`. */
export const textRanges = v.array(v.number());

/**
 * What training on the row takes its loss on. `nothing`: on answers alone, and the template marks none; `completion`: what follows
 * the prompt (TRL 1.16 does so for rows with prompt and completion unless it is told otherwise).
 */
export const trainedPart = v.picklist(['answers', 'completion', 'everything', 'nothing']);
export type TrainedPart = v.InferOutput<typeof trainedPart>;

/** A variable of the template that may be switched. */
export const switchVariable = v.object({
  name: v.string(),
  /** The template only asks whether it is there or true. */
  tested: v.boolean(),
  /** JSON text of the value that the row itself gives it; null if it gives none. */
  ofRow: v.nullable(v.string()),
});
export type SwitchVariable = v.InferOutput<typeof switchVariable>;

/** What a template makes of a row, with all that the preview tells of it. */
export const previewRendering = v.variant('kind', [
  v.object({
    kind: v.literal('rendered'),
    text: v.string(),
    /** Where each stretch came from; paths lead from the row, not from the data that the template was given. Empty if not known. */
    pieces: v.array(tracePiece),
    stretches: v.array(ownedStretch),
    special: textRanges,
    /** `{% generation %}` spans. */
    answers: v.number(),
    trained: textRanges,
    training: trainedPart,
    tokens: v.nullable(v.number()),
    /** First character that would be another on another day; null if there is none. */
    dated: v.nullable(v.number()),
    variables: v.array(switchVariable),
  }),
  v.object({
    kind: v.literal('refused'),
    error: renderError,
    /** The message that it stands at, as a path in the row. */
    path: v.nullable(v.array(v.union([v.string(), v.number()]))),
    variables: v.array(switchVariable),
  }),
  /** The row is no conversation, so there is nothing for a template. */
  v.object({ kind: v.literal('no-conversation'), message: messageSchema }),
]);
export type PreviewRendering = v.InferOutput<typeof previewRendering>;
