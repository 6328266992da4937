import * as v from 'valibot';
import { language } from '../text/language.ts';

/** A stretch of rendered text: `trained` lies in a `{% generation %}` span, `special` is one special token. */
export const previewSegment = v.object({ text: v.string(), trained: v.boolean(), special: v.boolean() });
export type PreviewSegment = v.InferOutput<typeof previewSegment>;

/** What the body of the preview shows. `refused` and `none` come as whole sentences in the state's language. */
const previewBody = v.variant('kind', [
  v.object({ kind: v.literal('rendered'), segments: v.array(previewSegment) }),
  /** The template refused the row, or is none; `templateLine` leads to the place. */
  v.object({ kind: v.literal('refused'), sentence: v.string(), templateLine: v.nullable(v.number()) }),
  /** There is no row or no template to show yet; `choose` offers the template picker. */
  v.object({ kind: v.literal('none'), sentence: v.string(), choose: v.boolean() }),
]);
export type PreviewBody = v.InferOutput<typeof previewBody>;

export const previewState = v.object({
  language,
  file: v.string(),
  /** 1-based row as everywhere; null while the cursor is on none. */
  row: v.nullable(v.number()),
  rows: v.number(),
  templateName: v.nullable(v.string()),
  /** Whether the recipe in use trains answers only: then the rest is dimmed. */
  answersOnly: v.boolean(),
  body: previewBody,
  /** The verdict in the foot, such as `412 tokens · answers trained`; null while nothing is known. */
  verdict: v.nullable(v.string()),
  /** Things worth a look, as sentences. */
  notes: v.array(v.string()),
});
export type PreviewState = v.InferOutput<typeof previewState>;

/** What the page answers to. */
export const previewPageCalls = { show: { arg: previewState, result: v.undefined() } } as const;

/** What the host answers to. `ready` is the handshake: its answer is the whole state. */
export const previewHostCalls = {
  ready: { arg: v.undefined(), result: previewState },
  step: { arg: v.object({ by: v.picklist([-1, 1]) }), result: v.undefined() },
  chooseTemplate: { arg: v.undefined(), result: v.undefined() },
  openTemplate: { arg: v.object({ line: v.number() }), result: v.undefined() },
  copyText: { arg: v.undefined(), result: v.undefined() },
} as const;
