import * as v from 'valibot';
import { engineName, engineVerdict } from '../template/engine-verdict.ts';
import { matrixColumns } from '../template/preview-matrix.ts';
import { switchVariable, textRanges, trainedPart } from '../template/preview-rendering.ts';
import { ownedStretch } from '../template/preview-stretches.ts';
import { previewSwitches } from '../template/preview-switches.ts';
import { language } from '../text/language.ts';

/** A stretch of the rendered text in UTF-16 units, end exclusive. */
const stretch = v.object({ start: v.number(), end: v.number() });
export type Stretch = v.InferOutput<typeof stretch>;

/** The rendered text with its marks; ranges are flat lists of UTF-16 offsets, `[start, end, …]`. */
const renderedText = v.object({
  kind: v.literal('rendered'),
  text: v.string(),
  /** Which message each stretch belongs to; the first begins at 0. */
  stretches: v.array(ownedStretch),
  /** One range a special token. */
  special: textRanges,
  trained: textRanges,
  training: trainedPart,
  /** What would be another text on another day, as far as it is known. */
  dated: textRanges,
});
export type PreviewText = v.InferOutput<typeof renderedText>;

/** What the body of the preview shows. `refused` and `none` come as whole sentences in the state's language. */
const previewBody = v.variant('kind', [
  renderedText,
  /** The template refused the row, or is none; `templateLine` and `message` (0-based) lead to the places. */
  v.object({
    kind: v.literal('refused'),
    sentence: v.string(),
    templateLine: v.nullable(v.number()),
    message: v.nullable(v.number()),
  }),
  /** There is no row or no template to show yet; `choose` offers the template picker. */
  v.object({ kind: v.literal('none'), sentence: v.string(), choose: v.boolean() }),
]);
export type PreviewBody = v.InferOutput<typeof previewBody>;

/** What is shown: the row under the cursor, or a conversation that comes with the product. */
const previewSubject = v.variant('kind', [
  v.object({ kind: v.literal('row') }),
  v.object({ kind: v.literal('fixture'), id: v.string() }),
]);
export type PreviewSubject = v.InferOutput<typeof previewSubject>;

/** What the user has chosen in the panel; it is kept as long as the panel lives, also over a reload of the window. */
export const previewChoices = v.object({
  subject: previewSubject,
  switches: previewSwitches,
  /** Whether the switches are on show. */
  switchesOpen: v.boolean(),
  /** Switches whose combinations are on show; null while the matrix is closed. */
  matrix: v.nullable(v.array(v.string())),
});
export type PreviewChoices = v.InferOutput<typeof previewChoices>;

/** Something worth a look, as a sentence; `at` is the character of the text that it is about. */
const previewNote = v.object({
  tone: v.picklist(['warning', 'info']),
  sentence: v.string(),
  at: v.nullable(v.number()),
});
export type PreviewNote = v.InferOutput<typeof previewNote>;

export const previewState = v.object({
  language,
  file: v.string(),
  /** 1-based row as everywhere; null while the cursor is on none, or a fixture is shown. */
  row: v.nullable(v.number()),
  rows: v.number(),
  /** Name of the fixture that is shown. */
  fixture: v.nullable(v.string()),
  templateName: v.nullable(v.string()),
  body: previewBody,
  choices: previewChoices,
  /** The variables that the template reads besides those that it always gets. */
  variables: v.array(switchVariable),
  /** The verdict in the foot, such as `412 tokens · answers trained`; null while nothing is known. */
  verdict: v.nullable(v.string()),
  /** Names the switches that stand otherwise than in training; null if none does. */
  unlikeTraining: v.nullable(v.string()),
  notes: v.array(previewNote),
});
export type PreviewState = v.InferOutput<typeof previewState>;

/** Where a character came from, in words; `start` and `end` are the stretch that came from there with it. */
const origin = v.object({ start: v.number(), end: v.number(), sentence: v.string() });
export type PreviewOrigin = v.InferOutput<typeof origin>;

/** How another engine stands to the text on show: its verdict, or that it is being asked, or that nobody has asked it. */
const engineState = v.variant('kind', [
  ...engineVerdict.options,
  v.object({ kind: v.literal('asking'), engine: engineName }),
  v.object({ kind: v.literal('not-asked'), engine: engineName }),
]);
export type EngineState = v.InferOutput<typeof engineState>;

/** What the page answers to. */
export const previewPageCalls = {
  show: { arg: previewState, result: v.undefined() },
  /** Marks stretches of the text and scrolls to the first; none takes the marks away. */
  mark: { arg: v.object({ stretches: v.array(stretch) }), result: v.undefined() },
  /** What else is on show beside the same text. */
  arrange: { arg: previewChoices, result: v.undefined() },
  showMatrix: { arg: matrixColumns, result: v.undefined() },
  showEngines: { arg: v.array(engineState), result: v.undefined() },
} as const;

/** What the host answers to. `ready` is the handshake: its answer is the whole state. */
export const previewHostCalls = {
  ready: { arg: v.undefined(), result: previewState },
  step: { arg: v.object({ by: v.picklist([-1, 1]) }), result: v.undefined() },
  chooseTemplate: { arg: v.undefined(), result: v.undefined() },
  chooseSubject: { arg: v.undefined(), result: v.undefined() },
  setSwitches: { arg: previewSwitches, result: v.undefined() },
  openSwitches: { arg: v.object({ open: v.boolean() }), result: v.undefined() },
  setMatrix: { arg: v.object({ names: v.nullable(v.array(v.string())) }), result: v.undefined() },
  /** Asks for another template and opens the two texts side by side. */
  compareTemplate: { arg: v.undefined(), result: v.undefined() },
  askEngine: { arg: v.object({ engine: engineName }), result: v.undefined() },
  chooseTools: { arg: v.undefined(), result: v.undefined() },
  openTemplate: { arg: v.object({ line: v.number() }), result: v.undefined() },
  openMessage: { arg: v.object({ index: v.number() }), result: v.undefined() },
  /** Says where a character came from; null if that is not known. */
  origin: { arg: v.object({ at: v.number() }), result: v.nullable(origin) },
  /** Shows in their editors where a character came from; `focus` moves there. */
  reveal: { arg: v.object({ at: v.number(), focus: v.boolean() }), result: v.undefined() },
  copyText: { arg: v.undefined(), result: v.undefined() },
  copyPython: { arg: v.undefined(), result: v.undefined() },
} as const;
